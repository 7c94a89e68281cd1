import { cantine } from './cantine.story';
import { foundCommune } from './commune.story';
import { placeDuMarche } from './place-du-marche.story';
import { planVelo } from './plan-velo.story';
import type { Storyteller } from './storyteller';
import { tanneries } from './tanneries.story';

/** Everything that happened in the invented commune. Begun again after an interruption, it goes on where it stopped. */
export async function tellDemonstration(s: Storyteller): Promise<void> {
  const commune = await foundCommune(s);
  await placeDuMarche(s, commune);
  await planVelo(s, commune);
  await cantine(s, commune);
  await tanneries(s, commune);
}

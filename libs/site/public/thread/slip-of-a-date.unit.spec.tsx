import type { Rescheduling } from '@fil/views/follow-up/shown-commitment.answer';
import { htmlOf, wordsOf } from '../specification/as-html';
import { frameAt } from '../specification/site-fixture';
import { commitment } from '../specification/thread-fixture';
import { SlipOfADate } from './slip-of-a-date';

const frame = frameAt('/');
const slip = (more: Partial<Rescheduling> = {}) =>
  SlipOfADate({ frame, reschedulings: [{ ...commitment().reschedulings[0]!, ...more }] })!;

describe('the slip of a date', () => {
  it('shows the date before, the date after, by how much, when announced, who decided and why', () => {
    const words = wordsOf(slip());
    expect(words).toContain('Date repoussée : juin 2026 → 31 août 2026 (62 jours plus tard)');
    expect(words).toContain('le 18 juin 2026, saisi le 23 juin 2026. Annoncé 12 jours avant l’échéance.');
    expect(words).toContain('Une canalisation non répertoriée');
    expect(words).toContain('Décidé par Adjointe aux mobilités');
    expect(htmlOf(slip())).toMatch(/<del>juin 2026<\/del>.*<ins>31 août 2026<\/ins>/);
  });

  it('says when it was announced too late', () => {
    expect(wordsOf(slip({ announced: { days: 5, before: false } }))).toContain('Annoncé 5 jours après l’échéance');
  });

  it('tells an advance, a first date and a date taken away from a slip', () => {
    expect(wordsOf(slip({ from: '2026-08-31', to: '2026-06', days: -62 }))).toContain('Date avancée');
    expect(wordsOf(slip({ from: null, days: null, announced: null }))).toContain(
      'Date fixée : aucune date → 31 août 2026',
    );
    expect(wordsOf(slip({ to: null, days: null }))).toContain('Date retirée : juin 2026 → aucune date');
  });

  it('never leaves a reason blank', () => {
    expect(wordsOf(slip({ reasonKind: 'none', reason: null }))).toContain('Aucun motif n’a été donné.');
    expect(wordsOf(slip({ reasonKind: 'notStatedBySource', reason: null }))).toContain(
      'Motif : non indiqué par la source',
    );
    const withheld = { ground: 'litigation', until: '2027-01-01' } as const;
    expect(wordsOf(slip({ reasonKind: 'withheld', reason: null, withheld }))).toContain(
      'Motif non communiqué jusqu’au 1er janvier 2027 : contentieux en cours.',
    );
    expect(wordsOf(slip({ reason: { erased: true } }))).toContain('Ce texte a été effacé.');
  });

  it('shows nothing when the date never changed', () => {
    expect(SlipOfADate({ frame, reschedulings: [] })).toBeNull();
  });
});

/** Whom a committee's sample is drawn from, by what the public entries of a cut say. */
import type { samplePopulation } from '../events/committee.events';
import { commitmentsFollowing } from './published-figures';
import type { RecordFacts } from './record-facts';
import { overallStanding } from './standing';

export type SamplePopulation = NonNullable<(typeof samplePopulation)['_value']>;

/** Conditions that say nothing of what is drawn: a commitment has no channel. Null when there is none. */
export function foreignCondition(population: SamplePopulation): 'channel' | 'outcome' | 'progress' | null {
  const foreign = population.of === 'contribution' ? (['progress'] as const) : (['channel', 'outcome'] as const);
  return foreign.find((name) => population[name] !== undefined) ?? null;
}

/**
 * The ids that fulfil every condition, in the order of the log. Contributions that were voided, or of which the public
 * knows no facts, are not drawn from: nobody could see whether they were dealt with rightly.
 */
export function populationOf(record: RecordFacts, population: SamplePopulation): string[] {
  return population.of === 'contribution' ? contributions(record, population) : commitments(record, population);
}

const contributions = (record: RecordFacts, { consultation, theme, channel, outcome }: SamplePopulation): string[] =>
  [...record.contributions].flatMap(([id, facts]) =>
    !facts.voided &&
    facts.kind !== null &&
    (consultation === undefined || facts.consultation === consultation) &&
    (theme === undefined || facts.themes.includes(theme)) &&
    (channel === undefined || facts.channel === channel) &&
    (outcome === undefined || overallStanding(facts) === outcome)
      ? [id]
      : [],
  );

function commitments(record: RecordFacts, { consultation, theme, progress }: SamplePopulation): string[] {
  const following = consultation === undefined ? null : commitmentsFollowing(record, consultation);
  return [...record.commitments].flatMap(([id, facts]) =>
    (following === null || following.has(id)) &&
    (theme === undefined || facts.themes.includes(theme)) &&
    (progress === undefined || facts.advance.progress === progress)
      ? [id]
      : [],
  );
}

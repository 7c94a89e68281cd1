import { tableOf } from '@fil/log/projections/projection';
import { STANDINGS } from './standings.projection';

export const CONTRIBUTIONS = tableOf(STANDINGS, 'standings_contribution');
export const COMMITMENTS = tableOf(STANDINGS, 'standings_commitment');

/**
 * CTEs `following(stream, commitment, bit)`: a contribution and each commitment that follows from it (named by its
 * standing answer, answering it, or answering a synthesis it is in); and `masks(stream, mask)`.
 */
export const FOLLOWING_CTES = `
  following AS (
    SELECT c.stream, k.stream AS commitment, k.bit FROM ${CONTRIBUTIONS} c
      CROSS JOIN LATERAL unnest(c.commitments) AS named(id) JOIN ${COMMITMENTS} k ON k.stream = named.id
      WHERE c.commitments <> '{}'
    UNION ALL
    SELECT answered.id, k.stream, k.bit FROM ${COMMITMENTS} k CROSS JOIN LATERAL unnest(k.answers) AS answered(id)
      WHERE answered.id LIKE 'contribution-%'
    UNION ALL
    SELECT c.stream, k.stream, k.bit FROM ${COMMITMENTS} k CROSS JOIN LATERAL unnest(k.answers) AS answered(id)
      JOIN ${CONTRIBUTIONS} c ON c.syntheses @> ARRAY[answered.id]
      WHERE answered.id LIKE 'synthesis-%'
  ),
  masks AS (SELECT stream, bit_or(bit)::int AS mask FROM following GROUP BY stream)`;

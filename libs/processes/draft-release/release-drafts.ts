import type { JobHandler } from '@fil/log/jobs/job';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import type { DraftStore } from '@fil/record/drafts/draft-store';
import { releaseDraft } from '@fil/record/drafts/release-draft';

/** The job is written with the hour that was set (`DraftStore`): no event leads to it, so that no process does either. */
export const releaseDrafts =
  (drafts: DraftStore, decisions: DecisionTaker): JobHandler =>
  async ({ data }) => {
    await releaseDraft(drafts, decisions, { id: String(data['draft']), release: Number(data['release']) });
  };

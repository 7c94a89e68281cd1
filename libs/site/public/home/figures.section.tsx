/** Answers and commitments, each in three equal columns: kept, waiting, late. */
import { FigureCards } from '@fil/ui/components/figure-card';
import type { HomePageProps } from './home.page';

export function FiguresSection({ frame, overview, backlog }: HomePageProps) {
  const { t, to } = frame;
  const { contributions, commitments } = overview;
  const consultation = overview.consultation?.id;
  const also = (count: number, words: string) => count > 0 && <li>{words}</li>;
  return (
    <>
      <section class="stack" aria-labelledby="answers">
        <h2 id="answers">{t.home.contributionsTitle}</h2>
        <p class="soft">{t.home.received(contributions.received)}</p>
        <FigureCards
          frame={frame}
          figures={[
            {
              tone: 'kept',
              label: t.home.answered,
              value: contributions.answered,
              note: t.home.answeredNote,
              link: { href: to('/contributions', { consultation }), words: t.home.seeContributions },
            },
            {
              tone: 'waiting',
              label: t.home.waiting,
              value: Math.max(0, backlog.totals.waiting - backlog.totals.late),
              note: t.home.waitingNote,
              link: { href: to('/sans-reponse', { consultation }), words: t.home.seeWaiting },
            },
            {
              tone: 'late',
              label: t.home.late,
              value: contributions.late,
              note: t.home.lateNote,
              link: { href: to('/sans-reponse', { consultation, late: 1 }), words: t.home.seeWaiting },
            },
          ]}
        />
        <ul class="meta">
          {also(contributions.withdrawn, t.home.alsoWithdrawn(contributions.withdrawn))}
          {also(contributions.transferred, t.home.alsoTransferred(contributions.transferred))}
          {also(contributions.voided, t.home.alsoVoided(contributions.voided))}
          {also(
            contributions.received - contributions.published,
            t.home.alsoUnpublished(contributions.received - contributions.published),
          )}
        </ul>
      </section>
      {commitments.made > 0 && (
        <section class="section" aria-labelledby="commitments">
          <h2 id="commitments">{t.home.commitmentsTitle}</h2>
          <p class="soft">{t.home.made(commitments.made)}</p>
          <FigureCards
            frame={frame}
            figures={[
              { tone: 'kept', label: t.home.done, value: commitments.done, note: t.home.doneNote },
              { tone: 'waiting', label: t.home.toDo, value: commitments.waiting, note: t.home.toDoNote },
              { tone: 'late', label: t.home.overdue, value: commitments.late, note: t.home.overdueNote },
            ]}
          />
          <ul class="meta">
            {also(commitments.abandoned, t.home.alsoAbandoned(commitments.abandoned))}
            {also(commitments.slipped, t.home.alsoSlipped(commitments.slipped))}
            {also(commitments.notListed, t.home.alsoNotListed(commitments.notListed))}
          </ul>
        </section>
      )}
    </>
  );
}

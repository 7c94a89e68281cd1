/** The pages in the states that specifications look at, by name. */
import type { VNode } from 'preact';
import { fr } from '@fil/ui/texts/fr';
import { ErrorPage } from '@fil/ui/page/error-page';
import { AboutPage } from '../about/about.page';
import { AccessibilityPage } from '../about/accessibility.page';
import { BacklogPage } from '../backlog/backlog.page';
import { ConsultationPage } from '../consultations/consultation.page';
import { ConsultationsPage } from '../consultations/consultations.page';
import { HomePage } from '../home/home.page';
import { SearchPage } from '../search/search.page';
import { ThreadPage } from '../thread/thread.page';
import { TODAY } from './happened';
import { backlog, consultation, consultations, found, overview } from './lists-fixture';
import { AUTHOR_KEY, VERIFIER, confirmed, ofAnother, opened, promised, proved, receiptPage } from './receipt-fixture';
import { frameAt, site } from './site-fixture';
import { contestedThread, hiddenThread, waitingThread } from './thread-states';
import { takenOverThread } from './taken-over-fixture';
import { thread } from './thread-fixture';

const threadPage = (of: typeof thread, url = '/contributions/1') =>
  ThreadPage({ frame: frameAt(url), thread: of(), receipt: confirmed(), today: TODAY });

export const specifiedPages: Readonly<Record<string, () => VNode>> = {
  home: () =>
    HomePage({
      frame: frameAt('/'),
      overview: overview(),
      backlog: backlog(),
      consultations: consultations(),
      flowBy: 'theme',
    }),
  'home-en': () =>
    HomePage({
      frame: frameAt('/?lang=en&flow=channel'),
      overview: overview(),
      backlog: backlog(),
      consultations: consultations(),
      flowBy: 'channel',
    }),
  thread: () => threadPage(thread),
  'thread-en': () => threadPage(thread, '/contributions/1?lang=en'),
  'thread-taken-over': () => threadPage(takenOverThread),
  'thread-contested': () => threadPage(contestedThread),
  'thread-hidden': () => threadPage(hiddenThread),
  'thread-waiting': () => threadPage(waitingThread),
  search: () => SearchPage({ frame: frameAt('/contributions?q=piste'), found: found(), filters: { q: 'piste' } }),
  'search-nothing': () =>
    SearchPage({
      frame: frameAt('/contributions?q=licorne&outcome=accepted'),
      found: found({ total: 0, items: [], next: null }),
      filters: { q: 'licorne', outcome: 'accepted' },
    }),
  backlog: () => BacklogPage({ frame: frameAt('/sans-reponse'), backlog: backlog(), filters: {} }),
  consultations: () => ConsultationsPage({ frame: frameAt('/demarches'), consultations: consultations() }),
  consultation: () => ConsultationPage({ frame: frameAt('/demarches/1'), consultation: consultation(), waiting: 35 }),
  receipt: () => receiptPage({ frame: frameAt('/recepisse/1', { settings: { ...site, verifier: VERIFIER } }) }),
  'receipt-en': () => receiptPage({}, '/recepisse/1?lang=en'),
  'receipt-promised': () => receiptPage({ receipt: promised() }),
  'receipt-own': () =>
    receiptPage({ receipt: proved([], 0), witnesses: [], own: { disclosed: opened(), authorKey: AUTHOR_KEY } }),
  'receipt-of-an-answer': () => receiptPage({ receipt: ofAnother('contribution.outcomeGiven/1') }),
  'receipt-of-another-object': () => receiptPage({ receipt: ofAnother('commitment.rescheduled/1'), about: null }),
  about: () => AboutPage({ frame: frameAt('/a-propos') }),
  accessibility: () => AccessibilityPage({ frame: frameAt('/accessibilite') }),
  'not-found': () =>
    ErrorPage({
      frame: frameAt('/nulle-part'),
      status: 404,
      title: fr.errors.notFoundTitle,
      children: fr.errors.notFound,
    }),
};

import { REGISTERED_TYPES } from './specification/registered-types';
import { fr } from '@fil/ui/texts/fr';
import { htmlOf, wordsOf } from './specification/as-html';
import { backlog, consultation, consultations, found, overview } from './specification/lists-fixture';
import { frameAt } from './specification/site-fixture';
import { specifiedPages } from './specification/specified-pages';
import { BacklogPage } from './backlog/backlog.page';
import { ConsultationPage } from './consultations/consultation.page';
import { HomePage } from './home/home.page';
import { SearchPage } from './search/search.page';
import { streamOf } from './words/addresses';

const home = (more = {}) =>
  HomePage({
    frame: frameAt('/'),
    overview: overview(more),
    backlog: backlog(),
    consultations: consultations(),
    flowBy: 'theme',
  });

describe('the home page', () => {
  it('shows what is late as large as what was done', () => {
    const html = htmlOf(home());
    expect(html.match(/class="figure-card figure-card--(kept|waiting|late)"/g)).toHaveLength(6);
    expect(wordsOf(home())).toContain('Réponse donnée 158');
    expect(wordsOf(home())).toContain('En attente 35');
    expect(wordsOf(home())).toContain('Délai dépassé 12');
  });

  it('has the longest waiting on it, and the whole list one click away', () => {
    expect(wordsOf(home())).toContain('En attente depuis 315 jours');
    expect(htmlOf(home())).toContain('href="/sans-reponse"');
  });

  it('gives the figures of the flow as a table too', () => {
    const rows = htmlOf(home()).split('<details>')[1]!.split('</details>')[0]!.match(/<tr>/g)!;
    expect(rows).toHaveLength(overview().flow.theme.length + 1);
    expect(htmlOf(home())).toContain('role="img"');
  });

  it('stands when the register is empty', () => {
    const empty = home({ contributions: { ...overview().contributions, received: 0 } });
    expect(wordsOf(empty)).toContain('Le registre ne contient encore aucune contribution.');
  });
});

describe('the backlog', () => {
  it('says days, due date, the promise and where it was made', () => {
    const html = htmlOf(BacklogPage({ frame: frameAt('/sans-reponse'), backlog: backlog(), filters: {} }));
    const words = wordsOf(BacklogPage({ frame: frameAt('/sans-reponse'), backlog: backlog(), filters: {} }));
    expect(words).toContain('Délai dépassé de 152 jours');
    expect(words).toContain('Réponse promise pour le 15 avril 2026');
    expect(words).toContain('Réponse annoncée pour juillet 2026, non donnée');
    expect(words).toContain('Aucune réponse promise');
    expect(words).toContain('Contribution dont le titre n’est pas public');
    expect(html).toMatch(/href="\/demarches\/[^"]+#promise"/);
    expect(html).toContain('href="/sans-reponse?cursor=cursor-2"');
  });
});

describe('the search', () => {
  it('shows extracts with the words found, and goes on by cursor', () => {
    const page = SearchPage({ frame: frameAt('/contributions?q=piste'), found: found(), filters: { q: 'piste' } });
    expect(htmlOf(page)).toContain('<mark>piste</mark>');
    expect(htmlOf(page)).toContain('href="/contributions?q=piste&amp;cursor=cursor-2"');
  });

  it('helps when nothing was found, and keeps what was chosen', () => {
    const page = specifiedPages['search-nothing']!();
    expect(wordsOf(page)).toContain('Quelques pistes');
    expect(htmlOf(page)).toContain('href="/contributions?q=licorne"');
    expect(htmlOf(page)).toMatch(/<option value="accepted" selected>/);
  });
});

describe('a consultation', () => {
  it('says what is open, what is not and why, who answers and by when', () => {
    const words = wordsOf(
      ConsultationPage({ frame: frameAt('/demarches/1'), consultation: consultation(), waiting: 35 }),
    );
    expect(words).toContain('Les trajets vers les écoles et le collège.');
    expect(words).toContain('Source : Code de la voirie routière, L131-1');
    expect(words).toContain('réponse promise dans un délai de 3 mois après la clôture. Échéance : 15 avril 2026.');
    expect(words).toContain('Département : aucune réponse promise.');
    expect(words).toContain('Conseil municipal décide');
  });

  it('says so when nobody promised', () => {
    const silent = consultation({ promised: false, addressees: [], dueOn: null });
    const words = wordsOf(ConsultationPage({ frame: frameAt('/demarches/1'), consultation: silent, waiting: 35 }));
    expect(words).toContain('Aucune autorité ne s’est engagée à répondre.');
  });
});

describe('every page', () => {
  it.each(Object.keys(specifiedPages))(
    '%s has one h1, a title, the state of accessibility and no inline code',
    (name) => {
      const html = htmlOf(specifiedPages[name]!());
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).toMatch(/href="\/accessibilite[^"]*">Accessibilit/);
      expect(html).not.toMatch(/\sstyle=|<script|\son\w+=|undefined|\[object/);
    },
  );
});

describe('texts', () => {
  it('name every event that can stand on the dated line', () => {
    expect(REGISTERED_TYPES.filter((type) => !(type in fr.line.events))).toEqual([]);
  });

  it('put a space that does not break before French double punctuation', () => {
    const all = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(all)
          : typeof value === 'function'
            ? [String((value as (...values: unknown[]) => unknown)('x', 'y', 'z', 'w'))]
            : [];
    expect(
      all(fr).filter((text) => /[^\u00a0\u202f0-9h][?!»;]|« |[^\u00a0]:(?:\s|$)/u.test(text) && !text.includes('NaN')),
    ).toEqual([]);
  });
});

describe('addresses', () => {
  it('understand a UUID and a full id, and nothing else', () => {
    const uuid = '00000000-0000-8000-8000-0000000000c1';
    expect(streamOf('contribution', uuid)).toBe(`contribution-${uuid}`);
    expect(streamOf('contribution', `contribution-${uuid.toUpperCase()}`)).toBe(`contribution-${uuid}`);
    expect(streamOf('contribution', `consultation-${uuid}`)).toBeNull();
    expect(streamOf('contribution', "1' OR 1=1")).toBeNull();
  });
});

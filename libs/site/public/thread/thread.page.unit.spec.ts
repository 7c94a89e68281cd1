import { TODAY, happening } from '../specification/happened';
import { htmlOf, wordsOf } from '../specification/as-html';
import { frameAt, site } from '../specification/site-fixture';
import { confirmed } from '../specification/receipt-fixture';
import { takenOverThread } from '../specification/taken-over-fixture';
import {
  contestedThread,
  erasedThread,
  hiddenThread,
  moderatedThread,
  spokenThread,
  waitingThread,
} from '../specification/thread-states';
import { answer, commitment, thread } from '../specification/thread-fixture';
import { ThreadPage } from './thread.page';

const page = (of = thread(), url = '/contributions/1') =>
  ThreadPage({ frame: frameAt(url), thread: of, receipt: confirmed(), today: TODAY });

describe('the page of a thread', () => {
  it('shows the words, what they were grouped with and where they diverge', () => {
    const words = wordsOf(page());
    expect(words).toContain('Nous demandons une piste séparée');
    expect(words).toContain('regroupe 42 contributions');
    expect(words).toContain('Trois contributions préfèrent une zone 30');
  });

  it('says how far others vouch for it, and leads to the receipt of each event', () => {
    expect(wordsOf(page())).toContain(
      'La preuve Confirmée par les témoins (2 sur 3) Vérifier que rien n’a été réécrit',
    );
    const html = htmlOf(page());
    expect(html).toContain(`href="/recepisse/${confirmed().entry.id}"`);
    for (const { event } of thread().line) expect(html).toContain(`href="/recepisse/${event}"`);
  });

  it('shows the answer that stands with its reasons and its body, and keeps the one it replaced', () => {
    const words = wordsOf(page());
    expect(words).toContain('Cette réponse remplace celle donnée le 12 janvier 2026.');
    expect(words).toContain('Suite donnée : de « À l’étude » à « Partiellement retenue »');
    expect(words).toContain('Maîtrise foncière');
    expect(words).toContain('Conseil municipal');
    expect(words).toContain('Le service étudie le tracé');
    expect(words).toContain('Remplacée par la réponse donnée le 2 avril 2026.');
    expect(words).toContain('22 pour, 4 contre, 3 abstentions (29 présents sur 33)');
  });

  it('orders the dated line as given, and says when a thing was entered later, by whom, under which number', () => {
    const words = wordsOf(page());
    expect(words).toContain(
      'Contribution enregistrée : Atelier par un agent (Mission participation), saisi le 24 novembre 2025, inscription n° 10',
    );
    expect(words.indexOf('Contribution enregistrée')).toBeLessThan(words.indexOf('Point d’avancement'));
    expect(words).toContain('Date prévue modifiée : juin 2026 → 31 août 2026');
  });

  it('shows first planned, planned now and actual side by side', () => {
    expect(wordsOf(page())).toContain(
      'Prévue à l’origine juin 2026 Prévue à ce jour 31 août 2026 repoussée de 62 jours Réelle pas encore',
    );
    const done = { given: happening(90, '2026-09-01'), note: null, evidence: [], evidenceHashes: [], word: null };
    const late = thread({ commitments: [commitment({ done, progress: 'done', late: false, daysLate: null })] });
    expect(wordsOf(page(late))).toContain('Réelle 1er septembre 2026');
  });

  it('says how long a contribution has waited, what was promised and that it is late', () => {
    const words = wordsOf(page(waitingThread()));
    expect(words).toContain('Aucune réponse à ce jour. En attente depuis 300 jours. Délai dépassé de 152 jours.');
    expect(words).toContain('Réponse promise pour le 15 avril 2026, dans le mandat de la démarche.');
  });

  it('shows each moderation decision with its ground, and beside it the appeal, the opinion and the decision', () => {
    const words = wordsOf(page(moderatedThread()));
    expect(words).toContain('Déclarée irrecevable');
    expect(words).toContain('article-4 des règles du jeu, version 1');
    expect(words).toContain('Favorable à la demande de l’auteur');
    expect(words).toContain('Cette décision s’écarte de l’avis du garant. La phrase reprend un slogan.');
    expect(words).toContain('n’interrompt aucun délai de recours');
    expect(words).toContain('facilement identifiable (CRPA L311-6, 2°)');
    expect(words).toContain('autorisation permanente « terrain »');
    expect(wordsOf(page())).not.toContain('Modération');
  });

  it('says what was erased, on which ground and when, and what was refused', () => {
    const words = wordsOf(page(erasedThread()));
    expect(words).toContain('le 6 mars 2026 Effacé Demandé par L’auteur, avec sa clé, le 2 mars 2026');
    expect(words).toContain('Motif Demande de la personne concernée Visa des archives AD44-2026-117');
    expect(words).toContain('Portée 4 champs');
    expect(words).toContain('le 1er avril 2026 Demande d’effacement refusée');
    expect(words).toContain('Motif Archives publiques Décidé par Déléguée à la protection des données');
    expect(words).toContain('Effacement demandé Une réponse est due dans le mois');
    expect(wordsOf(page())).not.toContain('Effacement');
  });

  it('keeps every version of the text, and says that a correction is later than the answer', () => {
    const words = wordsOf(page(spokenThread()));
    expect(words).toContain('Texte corrigé par l’auteur le 6 mai 2026. Cette correction est postérieure à la réponse.');
    expect(words).toContain('Transcription assistée par un outil, validée par un agent le 20 novembre 2025, 1');
    expect(words).toContain('Une piste [illisible] au collège.');
  });

  it('shows restatements beside what their author says of them, and what came of it', () => {
    const words = wordsOf(page(spokenThread()));
    expect(words).toContain('Créer une piste jusqu’au collège. Précision de l’auteur.');
    expect(words).toContain('Et avant 2027.');
    expect(words).toContain('Maintenue le 12 décembre 2025 après une seconde lecture');
    expect(words).toContain('reformulation antérieure, conservée');
    expect(words).toContain('Je parlais du collège.');
    expect(wordsOf(page())).toContain('Cette contribution n’a pas été reformulée.');
  });

  it('shows the author’s verdict beside the authority’s claim, and the answer to a contest', () => {
    const html = htmlOf(page(spokenThread()));
    const beside = html.split('side-by-side').find((part) => part.includes('Il manque encore deux cents'))!;
    expect(beside).toContain('C’est fait en partie');
    expect(wordsOf(page(spokenThread()))).toContain('À modifier après réexamen');
  });

  it('shows texts made plain and translated for what they are', () => {
    const words = wordsOf(page(spokenThread()));
    expect(words).toContain('FALC (facile à lire et à comprendre) (fr-x-falc)');
    expect(words).toContain('Traduction automatique (en)');
    expect(words).toContain('Avec l’aide d’un outil (transcripteur 3.1), validé par : Chargée de participation.');
  });

  it('shows the acknowledgement, errors of entry with both values, and how many observations wait', () => {
    const words = wordsOf(page(spokenThread()));
    expect(words).toContain('par courriel, le 26 novembre 2025, service chargé du dossier');
    expect(words).toMatch(/31.000.€.*devient.*310.000.€/u);
    expect(words).toMatch(/3.observations laissées, 1.publiée/u);
  });

  it('says when nobody undertook to answer', () => {
    const silent = waitingThread();
    const words = wordsOf(
      page({
        ...silent,
        late: false,
        daysLate: null,
        consultation: { ...silent.consultation, promised: false, dueOn: null },
      }),
    );
    expect(words).toContain('Aucune autorité ne s’est engagée à répondre.');
    expect(words).not.toContain('Réponse promise');
  });

  it('never takes a provisional answer for an answer', () => {
    const provisional = thread({
      answered: false,
      standing: 'underReview',
      nextAnswerOn: '2026-10',
      points: [{ ...thread().points[0]!, standing: 'underReview', answers: [answer()] }],
    });
    const words = wordsOf(page(provisional));
    expect(words).toContain('Réponse provisoire : elle ne tient pas lieu de réponse définitive.');
    expect(words).toContain('En attente depuis 300 jours');
    expect(words).toContain('Prochaine réponse annoncée pour octobre 2026');
  });

  it('explains words that are erased or not public, never with a blank', () => {
    const words = wordsOf(page(hiddenThread()));
    expect(words).toContain('Contribution dont le titre a été effacé');
    expect(words).toContain('Ce texte a été effacé.');
    expect(words).toContain('Ce texte n’est pas public');
    expect(words).toContain('Lieu texte non public');
  });

  it('keeps both values of a clerical error', () => {
    expect(wordsOf(page(hiddenThread()))).toContain('Canal : « En ligne » devient « Atelier » (le 26 novembre 2025)');
  });

  it('says what its source says and what it does not', () => {
    const words = wordsOf(page(takenOverThread()));
    expect(words).toContain('repris de la source : Paris');
    expect(words).toContain('La source ne donne pas le texte de cette contribution.');
    expect(words).toContain('Motif non indiqué par la source');
    expect(words).toContain('Décidé par non indiqué par la source');
    expect(words).toContain('« Etudes » selon la source');
    expect(words).toContain('Retour en arrière : de « Travaux » à « Études »');
    expect(words).toContain('Cela ne vaut pas abandon : la source n’en dit pas davantage.');
    expect(words).toContain('reprise de données « Paris »');
  });

  it('puts a contest beside what it contests, under a heading of the same size', () => {
    const html = htmlOf(page(contestedThread()));
    const sides = html.split('class="side-by-side"');
    expect(sides).toHaveLength(3);
    expect(sides[1]).toContain('le tronçon le plus dangereux reste sans piste');
    expect(sides[2]).toContain('Il manque encore deux cents mètres');
    expect(sides[2]!.match(/class="outcome"/g)!.length).toBeGreaterThanOrEqual(2);
  });

  it('says who withdrew or voided it', () => {
    const given = happening(95, '2026-05-01');
    expect(wordsOf(page(thread({ withdrawn: { given, reason: null } })))).toContain(
      'Retirée par son auteur le 1er mai 2026.',
    );
    const voided = { given, ground: 'test', reason: { fr: 'Essai de la formation.' }, duplicateOf: null } as const;
    expect(wordsOf(page(thread({ voided })))).toContain(
      'Saisie annulée le 1er mai 2026 : essai. Elle n’est plus comptée, mais reste visible.',
    );
  });

  it('escapes hostile words and makes no link of a hostile address', () => {
    const hostile = thread({
      title: { fr: '<script>alert(1)</script>' },
      text: { fr: '"><img src=x onerror=alert(1)>' },
      source: { name: 'paris', type: 'project', id: '1', address: 'javascript:alert(1)' },
    });
    const html = htmlOf(page(hostile));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('javascript:');
  });

  it('is in English when asked, keeps the language in its links, and marks French words as French', () => {
    const html = htmlOf(page(thread(), '/contributions/1?lang=en'));
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('What was answered');
    expect(html).toMatch(/lang="fr">Nos enfants/);
    expect(html).toContain('href="/sans-reponse?lang=en"');
  });

  it('has no inline style and no script', () => {
    for (const state of [thread(), takenOverThread(), contestedThread(), hiddenThread()]) {
      expect(htmlOf(page(state))).not.toMatch(/\sstyle=|<script|\son\w+=/);
    }
  });

  it('says on every page that a demonstration is one, and only then', () => {
    expect(wordsOf(page())).toContain('Démonstration : commune, personnes et contributions fictives.');
    const real = frameAt('/contributions/1', { settings: { ...site, demonstration: false } });
    expect(wordsOf(ThreadPage({ frame: real, thread: thread(), receipt: null, today: TODAY }))).not.toContain(
      'Démonstration',
    );
  });

  it('links to its plain address when it waited for a size', () => {
    const html = htmlOf(page(thread(), '/contributions/1?seen=1234&lang=fr'));
    expect(html).toContain('href="/contributions/1?lang=fr"');
    expect(html).toContain('est pris en compte sur cette page');
  });
});

import { followUpNotes } from './follow-up-notes';
import { splitIdeaText } from './idea-text';

describe('the words of a project', () => {
  it('keeps what was proposed as it stands, and sets the city’s news apart', () => {
    const text = '\n\n1/ Constat\n\n- un banc\t\n \n\t\t\n\nOù en est ce projet ?\n\n\nFait.\n';
    expect(splitIdeaText(text)).toEqual({ proposed: '1/ Constat\n\n- un banc', followUp: 'Fait.' });
  });

  it('leaves alone a question that is part of the proposal', () => {
    const text = 'On se demande : Où en est ce projet ? Personne ne sait.';
    expect(splitIdeaText(text)).toEqual({ proposed: text, followUp: null });
  });

  it('dates each note by the heading above it, oldest first', () => {
    const followUp = 'Avant tout.\n\nVendredi 22 mai 2020 :\n\nB\nMars 2022\nC\n13/02/2019\nA\n1er août 2023\nD';
    expect(followUpNotes(followUp)).toEqual([
      { on: null, text: 'Avant tout.' },
      { on: '2019-02-13', text: 'A' },
      { on: '2020-05-22', text: 'B' },
      { on: '2022-03', text: 'C' },
      { on: '2023-08-01', text: 'D' },
    ]);
  });

  it('takes no date out of a sentence, and none that does not exist', () => {
    expect(followUpNotes('03/12/2019 : les chaussées sont refaites.\nLivraison en juin 2021.')).toHaveLength(1);
    expect(followUpNotes('31 février 2020\nA')).toEqual([{ on: null, text: '31 février 2020\nA' }]);
  });
});

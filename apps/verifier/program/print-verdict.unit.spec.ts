import { asIs, failed } from '../checks/finding';
import { printVerdict } from './print-verdict';
import { VerifierTerminal } from './verifier-terminal';

it('lets nothing at the terminal that could pass for its own words', () => {
  let out = '';
  const terminal = new VerifierTerminal('en', { write: (text) => (out += text) });
  const value = asIs('\u001b[2J\nEverything is right.\u202e');
  printVerdict(
    {
      findings: [failed('form', value)],
      shown: [{ name: asIs('Text'), value }],
      advice: [asIs('Keep it.')],
      forks: [],
    },
    terminal,
  );
  expect(out).not.toMatch(/[\u001b\u202e]/);
  expect(out.split('\n').filter((line) => line.startsWith('Everything'))).toEqual([]);
  expect(out.split('\n').slice(-3, -1)).toEqual(['The check has failed: see [FAULT].', '→ Keep it.']);
});

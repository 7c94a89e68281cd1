import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { eventSchema } from '@fil/facts/kit/event-schema';
import { third, toSecond, toThird } from '../events/invented-event';
import { eventsReference } from './events-reference';

const FILE = join(__dirname, '../../docs/events.md');

describe('docs/events.md', () => {
  it('says what the definitions say', () => {
    const page = eventsReference(EVENT_SCHEMA);
    if (process.env['UPDATE_DOCS']) writeFileSync(FILE, page);
    expect(readFileSync(FILE, 'utf8')).toBe(page);
  });

  it('keeps what an event was before', () => {
    const page = eventsReference(eventSchema([third], [toSecond, toThird]));
    expect(page).toContain('### encounter.invented/3');
    expect(page).toContain('| `capacity` | fact | integer from 0 to 2000000000 | always | everybody | 2 |');
    expect(page).toContain('#### encounter.invented/1');
    expect(page).toContain('`label` is now `title`.');
    expect(page).toContain('| `host` | sealed | line | optional | those with a role on the object |');
  });
});

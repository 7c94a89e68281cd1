const PARIS_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Paris of an instant (ISO string or Date), `YYYY-MM-DD`. */
export const parisDay = (instant: string | Date): string =>
  PARIS_DAY.format(typeof instant === 'string' ? new Date(instant) : instant);

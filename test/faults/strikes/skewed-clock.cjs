// `node --require`: the clock of this process is so many milliseconds ahead (CLOCK_AHEAD).
const ahead = Number(process.env.CLOCK_AHEAD);
const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }

  static now() {
    return RealDate.now() + ahead;
  }
};

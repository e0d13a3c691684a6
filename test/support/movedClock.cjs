// Loaded into a process with `--require`: its clock is ahead by as many milliseconds as the file says that
// RETROLOG_CLOCK names. Timers run as they would: moving a machine's clock fires none.
const { readFileSync, statSync } = require('node:fs');

const file = process.env.RETROLOG_CLOCK;
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);
let ahead = 0;
let known = '';

function now() {
  if (file !== undefined) {
    const found = statSync(file, { throwIfNoEntry: false });
    const stamp = found === undefined ? known : `${found.ino} ${found.mtimeMs}`;
    ahead = stamp === known ? ahead : Number(readFileSync(file, 'utf8'));
    known = stamp;
  }
  return realNow() + ahead;
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }

  static now() {
    return now();
  }
};

// Loaded into a process with `--require`: its clock is ahead by as many milliseconds as the file says that
// RETROLOG_CLOCK names. Timers run as they would: moving a machine's clock fires none.
const { readFileSync, statSync } = require('node:fs');

const file = process.env.RETROLOG_CLOCK;
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);
let ahead = 0;
let modified = -1;

function now() {
  if (file !== undefined) {
    const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: modified };
    ahead = mtimeMs === modified ? ahead : Number(readFileSync(file, 'utf8'));
    modified = mtimeMs;
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

import type { Command } from './command.ts';
import { add } from './commands/add.ts';
import { changes } from './commands/changes.ts';
import { check } from './commands/check.ts';
import { close } from './commands/close.ts';
import { conclude } from './commands/conclude.ts';
import { digest } from './commands/digest.ts';
import { exportLog } from './commands/export.ts';
import { help } from './commands/help.ts';
import { init } from './commands/init.ts';
import { links } from './commands/links.ts';
import { list } from './commands/list.ts';
import { report } from './commands/report.ts';
import { search } from './commands/search.ts';
import { serve } from './commands/serve.ts';
import { show } from './commands/show.ts';
import { start } from './commands/start.ts';
import { suggest } from './commands/suggest.ts';
import { trends } from './commands/trends.ts';

/** Everything that `retrolog` can do, in the order in which it is explained. */
export const commandTable: readonly Command[] = [
  init,
  add,
  list,
  show,
  search,
  changes,
  start,
  conclude,
  close,
  check,
  links,
  suggest,
  trends,
  report,
  digest,
  exportLog,
  serve,
  help,
];

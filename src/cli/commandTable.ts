import type { Command } from './command.ts';
import { add } from './commands/add.ts';
import { check } from './commands/check.ts';
import { help } from './commands/help.ts';
import { init } from './commands/init.ts';
import { links } from './commands/links.ts';
import { list } from './commands/list.ts';
import { search } from './commands/search.ts';
import { show } from './commands/show.ts';
import { trends } from './commands/trends.ts';

/** Everything that `retrolog` can do, in the order in which it is explained. */
export const commandTable: readonly Command[] = [init, add, list, show, search, check, links, trends, help];

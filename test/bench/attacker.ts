import { constants, setPriority } from 'node:os';
import { RoomAttack, type Attacked } from '../support/roomAttack.ts';

/*
 * Attacks a room for so many milliseconds, and prints what came of it: a process of its own, so that what attacks and
 * what is attacked do not wait for each other.
 */

// An attack comes from other machines: what it costs there is none of the time that this one has for its editor.
setPriority(constants.priority.PRIORITY_LOW);
const [at = '', milliseconds = ''] = process.argv.slice(2);
const attack = new RoomAttack(JSON.parse(at) as Attacked);
await new Promise((resolve) => {
  setTimeout(resolve, Number(milliseconds));
});
await attack.stop();
process.stdout.write(JSON.stringify(attack.tallies));

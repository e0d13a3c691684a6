import { RoomAttack, type Attacked } from '../support/roomAttack.ts';

/*
 * Attacks a room for so many milliseconds, and prints what came of it: a process of its own, so that what attacks and
 * what is attacked do not wait for each other.
 */

const [at = '', milliseconds = ''] = process.argv.slice(2);
const attack = new RoomAttack(JSON.parse(at) as Attacked);
await new Promise((resolve) => {
  setTimeout(resolve, Number(milliseconds));
});
await attack.stop();
process.stdout.write(JSON.stringify(attack.tallies));

import * as l10n from '@vscode/l10n';
import { facilitatorOf } from '../../core/board/atScreen.ts';
import type { BoardHost } from '../../core/board/boardHost.ts';
import { type Brought, bringOnto } from '../../core/board/bringEntries.ts';
import { cleanLine } from '../../core/board/cardText.ts';
import type { GivenEntry } from '../../core/board/given.ts';
import type { Deed, Intent, Wish } from '../../core/board/intent.ts';
import { boardLimits } from '../../core/board/limits.ts';
import { withOwnKey } from '../../core/board/ownKey.ts';
import { type Refusal, refusal } from '../../core/board/refusal.ts';
import { rowWith } from '../../core/board/rows.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Ids } from '../../core/ports/ids.ts';
import { RetroError } from '../../core/retroError.ts';
import type { Naming } from '../../core/templates/template.ts';
import type { PanelFacts } from '../../protocol/boardPanel.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';
import type { PulseAnswers } from '../../protocol/livePulse.ts';
import {
  comeAgain,
  type Entry,
  liveCloses,
  type OfferedTemplate,
  type RoomControl,
} from '../../protocol/liveRoom.ts';
import type { ClosedMeeting } from '../meeting/meetingFiles.ts';
import type { LiveLog } from './liveLog.ts';
import type { LiveMeter } from './liveMeter.ts';
import { notLetIn } from './notLetIn.ts';
import type { Person, RoomSocket } from './person.ts';
import { pulseFactsFor } from './pulseFactsFor.ts';
import type { DeskFacts, RoomDesk } from './roomDesk.ts';
import type { RoomDoor } from './roomDoor.ts';
import { RoomEntrance, type Waiting } from './roomEntrance.ts';
import { RoomPeople } from './roomPeople.ts';
import type { RoomKeeper } from './roomRecord.ts';
import type { RoomHome } from './roomHome.ts';
import type { RoomMeeting } from './roomMeeting.ts';
import { RoomViews } from './roomViews.ts';
import { digestOf, newSecret, sameDigest } from './secrets.ts';

/** What a room is made of. */
export interface RoomParts {
  readonly home: Pick<RoomHome, 'isAway' | 'onDidGoAway'>;
  readonly host: BoardHost;
  readonly keeper: RoomKeeper;
  readonly door: RoomDoor;
  readonly desk: RoomDesk;
  readonly meeting: RoomMeeting;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: LiveLog;
  readonly meter: LiveMeter;
  /** The link of an invitation with this token. */
  readonly linkWith: (token: string) => string;
  readonly onEnd: () => void;
}

/** Milliseconds after which whoever leads is told who waits. */
const knocksTold = 50;

/** A meeting to which people come over the network: who is let in, what each may do, and what each is sent. */
export class Room {
  readonly #parts: RoomParts;
  readonly #people: RoomPeople;
  readonly #entrance: RoomEntrance;
  /** Whoever came by the facilitator's link first. */
  #hosting: Promise<Person> | undefined;
  readonly #views: RoomViews;
  readonly #stops: readonly (() => void)[];
  #ended = false;
  #telling: NodeJS.Timeout | undefined;

  constructor(parts: RoomParts) {
    const people = new RoomPeople(parts.keeper, parts.ids, parts.clock);
    this.#parts = parts;
    this.#people = people;
    this.#views = new RoomViews(parts.host, people.byId);
    this.#entrance = new RoomEntrance(people, {
      door: parts.door,
      letIn: (waiting) => this.#letIn(waiting),
      changed: (gone) => {
        gone.forEach((id) => this.#awaitReturn(people.byId.get(id)));
        this.#tellLeadsSoon();
      },
    });
    this.#stops = [
      parts.host.onDidChange((_board, intent) => this.#changed(intent)),
      parts.host.onDidJump(() => this.#jumped()),
      parts.keeper.onDidChange(() => this.#recordChanged()),
      // Pages keep what is done meanwhile, and find a server that can take it.
      parts.home.onDidGoAway(() => this.#sendAway(comeAgain)),
      parts.desk.onDidChange((what) => (what === 'pulse' ? this.#tellAll() : this.tellLeads())),
    ];
    people.all.forEach((person) => this.#awaitReturn(person));
  }

  get id(): string {
    return this.#parts.keeper.record.room;
  }

  /** Nobody can be shown anything here for now. */
  get isAway(): boolean {
    return this.#parts.home.isAway;
  }

  /** How many people are connected. */
  get peopleCount(): number {
    return this.#people.connected.length;
  }

  /** How many connections it has, of those who are in and those who wait. */
  get socketCount(): number {
    return this.#people.all.reduce((sum, { sockets }) => sum + sockets.size, this.#entrance.count);
  }

  /**
   * Lets somebody in who was let in before or has the facilitator's link; somebody with an invitation waits.
   *
   * @returns the person, or nothing where they wait: `admit` is called with them later
   * @throws RetroError `not-trusted`, always with the same sentence
   */
  async enter(
    socket: RoomSocket,
    entry: Entry,
    admit: (person: Person) => void,
  ): Promise<Person | undefined> {
    const { keeper, host } = this.#parts;
    // They may have been let in elsewhere a moment ago. Where that cannot be asked, what is known here holds.
    await Promise.allSettled([keeper.refresh(), host.catchUp()]);
    const { record } = keeper;
    const proof = digestOf(entry.proof);
    const isHost = sameDigest(proof, digestOf(record.hostToken));
    const isGuest = sameDigest(proof, digestOf(record.guestToken));
    const known = this.#people.withSecret(proof);
    const name = cleanLine(entry.name).slice(0, boardLimits.line).trim();
    if (this.#ended || this.socketCount >= liveLimits.socketsPerRoom) {
      throw notLetIn();
    }
    if (known !== undefined) {
      return this.#comeIn(known, socket, entry);
    }
    if (isHost) {
      this.#hosting ??= this.#newHost(name, record.hostToken).catch((error: unknown) => {
        this.#hosting = undefined;
        throw error;
      });
      return this.#comeIn(await this.#hosting, socket, entry, record.hostToken);
    }
    if (!isGuest || record.locked || name === '' || this.#parts.clock.now() >= record.admitsUntil) {
      throw notLetIn();
    }
    this.#entrance.ask(this.#parts.ids.newId(), { name, socket, admit });
    this.#parts.log('asked', { waiting: this.#entrance.count });
    return undefined;
  }

  /** A connection is gone. */
  leave(socket: RoomSocket, person: Person | undefined): void {
    this.#entrance.leave(socket);
    if (person?.sockets.delete(socket) === true) {
      person.feed.detach(socket);
      this.#parts.log('left', { sockets: this.socketCount });
      this.#entrance.sayWhoIsIn();
      this.#awaitReturn(person);
    }
  }

  /**
   * Takes in what somebody wants; resolves when it is safe, and after they were shown it.
   *
   * @throws RetroError as `BoardHost.take`
   */
  async take(person: Person, wish: Wish): Promise<Refusal | undefined> {
    const { deed } = wish;
    if (['start', 'join', 'leave', 'close'].includes(deed.type)) {
      throw new RetroError('bad-input', l10n.t('This is not done like this in a live retro.'));
    }
    if (deed.type === 'addCard' && deed.key !== undefined) {
      this.#views.own(person, [deed.key]);
    }
    person.feed.asked(wish.id);
    const { host, meter } = this.#parts;
    const own = withOwnKey(host.ahead, deed, person.id, this.#views.keysOf(person));
    const refused = await host.take({ id: wish.id, deed: own }, person.id).catch((error: unknown) => {
      person.feed.wasRefused(wish.id);
      meter.wanted('not-kept');
      throw error;
    });
    meter.wanted(refused?.code ?? 'taken');
    if (refused !== undefined) {
      person.feed.wasRefused(wish.id);
      return refused;
    }
    this.#views.show(person);
    if (deed.type === 'removeParticipant') {
      await this.#remove(deed.who);
    }
    return undefined;
  }

  /** Somebody wrote these cards on an anonymous board: whoever has a card's secret wrote it. */
  own(person: Person, keys: readonly string[]): void {
    this.#views.own(person, keys);
  }

  /**
   * Does what whoever leads wants of the room.
   *
   * @throws RetroError `not-trusted` where somebody else asks
   */
  async control(person: Person, control: RoomControl): Promise<void> {
    this.#needLead(person);
    const { desk } = this.#parts;
    switch (control.type) {
      case 'admit':
        return this.#admit(control.who);
      case 'turnAway':
        return this.#parts.door.decide(control.who, 'turnAway');
      case 'lock':
        await this.#parts.keeper.change({ locked: control.locked });
        return this.tellLeads();
      case 'takeLead':
        return this.#takeLead(person);
      case 'startPulse':
        return done(desk.run('startPulse', { survey: control.survey }));
      case 'closePulse':
        return done(desk.run('closePulse', { round: control.round }));
      case 'dropPulse':
        return done(desk.run('dropPulse', null));
      case 'end':
        return this.#end();
    }
  }

  /**
   * Takes what somebody answers to the survey that is open.
   *
   * @throws RetroError as `RoomPulse.answer` and `RoomDesk.run`
   */
  async answerPulse(person: Person, answers: PulseAnswers): Promise<void> {
    await this.#parts.desk.run('answerPulse', { who: person.id, answers });
  }

  /** What the facilitator can choose from before the meeting begins. */
  async offer(person: Person): Promise<readonly OfferedTemplate[]> {
    this.#needLead(person);
    return this.#parts.meeting.offer();
  }

  /**
   * Begins the meeting.
   *
   * @throws RetroError `not-found`, `bad-input`
   */
  async start(person: Person, template: string, names: Naming): Promise<void> {
    this.#needLead(person);
    const deed = await this.#parts.meeting.startDeed(template, names, person.member.name);
    const refused = await this.#does(person.id, deed);
    if (refused !== undefined) {
      throw new RetroError('bad-input', refused.message);
    }
    await this.#parts.keeper.change({ admitsUntil: this.#parts.clock.now() + liveLimits.invitation });
    await Promise.all(this.#people.all.map((each) => this.#join(each)));
    this.#tellAll();
  }

  /**
   * Brings entries of the log onto the board, in the name of whoever facilitates.
   *
   * @throws RetroError as `bringOnto`
   */
  bring(entries: readonly GivenEntry[]): Promise<Brought> {
    const { board } = this.#parts.host;
    return bringOnto(board, entries, (deed) => this.#does(facilitatorOf(board), deed));
  }

  async preview(person: Person): Promise<string> {
    this.#needLead(person);
    return this.#parts.desk.run('preview', null);
  }

  /** Writes everything and closes the meeting. Only whoever has the facilitator's link can commit. */
  async closeMeeting(person: Person, commit: boolean): Promise<ClosedMeeting> {
    this.#needLead(person);
    return this.#parts.desk.run('closeMeeting', { commit: commit && person.member.host });
  }

  async keepBoth(person: Person): Promise<void> {
    this.#needLead(person);
    await this.#parts.desk.run('keepBoth', null);
  }

  /** Whoever leads has to know something else now, of the minutes or of who waits. */
  tellLeads(): void {
    this.#tell((person) => this.#isLead(person));
  }

  /** Writes what is not written yet, and lets everything go; people can come back when it is there again. */
  async close(code: number): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#telling);
    this.#stops.forEach((stop) => stop());
    this.#views.stop();
    this.#sendAway(code);
    const { desk, keeper, host } = this.#parts;
    await this.#entrance.close();
    await desk.close();
    keeper.close();
    await host.close();
  }

  /** Whoever led the board before it had a room goes on as who they are there. */
  async #newHost(name: string, secret: string): Promise<Person> {
    const { participants } = this.#parts.host.board;
    const lead = participants.find(({ id, role }) => role === 'facilitator' && !this.#people.byId.has(id));
    const called = lead?.name ?? (name === '' ? l10n.t('Facilitator') : name);
    const given = { name: called, host: true, secret, ...(lead && { id: lead.id }) };
    return (await this.#people.add(given)).person;
  }

  async #comeIn(
    person: Person,
    socket: RoomSocket,
    entry: Pick<Entry, 'last'>,
    secret?: string,
  ): Promise<Person> {
    if (socket.isGone) {
      return person;
    }
    const [oldest] = person.sockets;
    if (person.sockets.size >= liveLimits.socketsPerPerson && oldest !== undefined) {
      person.sockets.delete(oldest);
      person.feed.detach(oldest);
      oldest.close(liveCloses.crowded);
    }
    person.isBack();
    person.sockets.add(socket);
    this.#entrance.sayWhoIsIn();
    if (person.member.host) {
      await this.#inviteAnew();
    }
    if (secret !== undefined) {
      socket.admitted(secret);
    }
    await this.#join(person);
    socket.tellTime(this.#parts.clock.now());
    socket.know(this.#factsFor(person));
    person.feed.attach(socket, this.#views.of(person), entry.last);
    this.#parts.log('entered', { sockets: this.socketCount });
    return person;
  }

  /** A room can be open for days before its meeting: whoever comes to lead it has an invitation that lets people in. */
  async #inviteAnew(): Promise<void> {
    const { host, keeper, clock } = this.#parts;
    const now = clock.now();
    if (host.board.state === 'new' && now >= keeper.record.admitsUntil) {
      await keeper.change({ guestToken: newSecret(), admitsUntil: now + liveLimits.invitation });
    }
  }

  /** Whoever is connected is at the board, once there is one. */
  async #join(person: Person): Promise<void> {
    const { board } = this.#parts.host;
    const state = rowWith(board.participants, person.id)?.state;
    if (board.state !== 'new' && person.sockets.size > 0 && state !== 'present') {
      await this.#does(person.id, { type: 'join', name: person.member.name });
    }
  }

  #awaitReturn(person: Person | undefined): void {
    if (person?.sockets.size === 0) {
      person.whenAway(liveLimits.absence, () => {
        const at = rowWith(this.#parts.host.board.participants, person.id);
        const isGone = person.sockets.size === 0 && !this.#parts.door.isElsewhere(person.id);
        if (!this.#ended && isGone && at?.state === 'present') {
          this.#does(person.id, { type: 'leave' }).catch(() => undefined);
        }
      });
    }
  }

  async #admit(who: string): Promise<void> {
    if (this.#parts.host.board.participants.length >= boardLimits.participants) {
      throw new RetroError('bad-input', refusal('full').message);
    }
    await this.#parts.door.decide(who, 'admit');
  }

  /** Whoever leads, here or elsewhere, admits somebody who waits here. */
  async #letIn(waiting: Waiting): Promise<void> {
    const { person, secret } = await this.#people.add({ name: waiting.name, host: false });
    waiting.admit(person);
    // Whoever is let in and could not be shown the board comes again with their secret.
    await this.#comeIn(person, waiting.socket, { last: { feed: '', at: 0 } }, secret).catch(() =>
      waiting.socket.close(comeAgain),
    );
    this.tellLeads();
  }

  async #remove(who: string): Promise<void> {
    const person = this.#people.byId.get(who);
    await this.#people.remove(who);
    this.#forget(who, person);
    this.#parts.log('removed', {});
  }

  #forget(who: string, person: Person | undefined): void {
    person?.closeAll(liveCloses.removed);
    this.#views.forget(who);
    this.#parts.desk.forget(who);
  }

  async #takeLead(person: Person): Promise<void> {
    const lead = facilitatorOf(this.#parts.host.board);
    if (person.member.host && lead !== '' && lead !== person.id) {
      await this.#does(lead, { type: 'handOver', to: person.id });
    }
  }

  async #end(): Promise<void> {
    await this.#leaveToHost();
    await this.#parts.desk.flush();
    await this.#parts.keeper.change({ ended: true });
    this.#parts.log('ended', {});
    this.#ended = true;
    // Whoever ended it is answered first.
    setImmediate(() => {
      this.#sendAway(liveCloses.ended);
      this.#parts.onEnd();
    });
  }

  #sendAway(code: number): void {
    this.#entrance.sendAway(code);
    this.#people.all.forEach((person) => person.closeAll(code));
  }

  /** What is left is a board on one screen: that of whoever has the facilitator's link. */
  async #leaveToHost(): Promise<void> {
    const people = this.#people.all;
    const host = people.find(({ member }) => member.host);
    if (host !== undefined) {
      await this.#takeLead(host);
    }
    for (const person of people.filter(({ member }) => !member.host)) {
      await this.#does(person.id, { type: 'leave' });
    }
  }

  #does(participant: string, deed: Deed): Promise<Refusal | undefined> {
    return this.#parts.host.take({ id: this.#parts.ids.newId(), deed }, participant);
  }

  /** Whoever has the facilitator's link, and whoever facilitates. */
  #isLead(person: Person): boolean {
    return person.member.host || facilitatorOf(this.#parts.host.board) === person.id;
  }

  #needLead(person: Person): void {
    if (!this.#isLead(person)) {
      throw new RetroError('not-trusted', l10n.t('Only the facilitator can do this.'));
    }
  }

  #changed({ id, deed }: Intent): void {
    this.#people.all.forEach(({ feed }) => feed.wasDone(id));
    this.#parts.desk.changed(deed.type);
    if (deed.type === 'handOver') {
      this.#tellAll();
    }
    this.#views.changed();
  }

  /** The board is another one all at once; which deeds made it is not known. */
  #jumped(): void {
    this.#parts.desk.changed('reveal');
    this.#tellAll();
    this.#views.changed();
  }

  /** At another process somebody was let in or removed, or the room was locked or ended. */
  #recordChanged(): void {
    const { added, gone } = this.#people.follow();
    added.forEach((person) => this.#awaitReturn(person));
    gone.forEach((person) => this.#forget(person.id, person));
    const { ended } = this.#parts.keeper.record;
    if (ended && !this.#ended) {
      this.#ended = true;
      this.#sendAway(liveCloses.ended);
      this.#parts.onEnd();
    }
    this.#tellAll();
  }

  #tellAll(): void {
    this.#tell(() => true);
  }

  /** Many who knock at once are told of once. */
  #tellLeadsSoon(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.tellLeads();
    }, knocksTold);
  }

  #tell(whom: (person: Person) => boolean): void {
    const atDesk = this.#parts.desk.facts;
    for (const person of this.#people.connected) {
      if (whom(person)) {
        const facts = this.#factsFor(person, atDesk);
        person.sockets.forEach((socket) => socket.know(facts));
      }
    }
  }

  #factsFor(person: Person, { minutes, canCommit, pulse }: DeskFacts = this.#parts.desk.facts): PanelFacts {
    const { meeting, keeper, door, clock, linkWith } = this.#parts;
    const { locked, guestToken, admitsUntil } = keeper.record;
    const isLead = this.#isLead(person);
    const admits = isLead && clock.now() < admitsUntil;
    return {
      people: isLead ? meeting.people : [],
      minutes: isLead ? minutes : { state: 'saved', path: '', reason: '' },
      canCommit: person.member.host && canCommit,
      recovered: isLead ? meeting.recovered : '',
      live: {
        online: true,
        ahead: 0,
        host: person.member.host,
        locked,
        waiting: isLead ? door.waiting : [],
        invitation: admits ? linkWith(guestToken) : '',
        pulse: pulseFactsFor(pulse, person.id, isLead),
      },
    };
  }
}

/** What was asked for is done; what it answers is told to everyone. */
async function done(asked: Promise<null>): Promise<void> {
  await asked;
}

import { PersonFeed, type Reader } from './personFeed.ts';
import type { Member } from './roomRecord.ts';
import type { TokenBucket } from './tokenBucket.ts';
import type { PanelFacts } from '../../protocol/boardPanel.ts';

/** One connection, as the room sees it. */
export interface RoomSocket extends Reader {
  /** It was closed meanwhile. */
  readonly isGone: boolean;
  admitted(secret: string): void;
  know(facts: PanelFacts): void;
  tellTime(now: number): void;
  /** Ends it, with one of `liveCloses`. */
  close(code: number): void;
}

/** Somebody who was let into a room, with the connections that they have. */
export class Person {
  readonly member: Member;
  readonly feed: PersonFeed;
  readonly sockets = new Set<RoomSocket>();
  /** What they may send over all their connections together, those that are gone included. */
  readonly bucket: TokenBucket;
  #absence: NodeJS.Timeout | undefined;

  constructor(member: Member, feed: string, bucket: TokenBucket) {
    this.member = member;
    this.feed = new PersonFeed(feed);
    this.bucket = bucket;
  }

  get id(): string {
    return this.member.id;
  }

  /** Calls back when nobody has come back in a while. */
  whenAway(wait: number, away: () => void): void {
    this.isBack();
    this.#absence = setTimeout(away, wait);
  }

  isBack(): void {
    clearTimeout(this.#absence);
  }

  /** Ends all connections. */
  closeAll(code: number): void {
    this.isBack();
    for (const socket of this.sockets) {
      this.feed.detach(socket);
      socket.close(code);
    }
    this.sockets.clear();
  }
}

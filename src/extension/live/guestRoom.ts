import { isRoomId } from '../../protocol/liveRoom.ts';
import { keptRoomIn, keptRoomKey } from '../../protocol/keptRoom.ts';
import { shape, text } from '../../protocol/guard.ts';
import type { Files } from '../../core/ports/files.ts';

const ending = '.json';

const isKept = shape({ address: text(2048), text: text(16_000_000) });

/** A room that this editor was in, with what its page keeps, in a file of the extension's storage. */
export class GuestRoom {
  readonly id: string;
  /** Of its server, without a slash at its end. */
  readonly address: string;
  readonly #files: Files;
  #text: string;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(files: Files, id: string, address: string, kept: string) {
    this.#files = files;
    this.id = id;
    this.address = address;
    this.#text = kept;
  }

  /** A room as it was left; `undefined` where nothing is kept of it. */
  static async kept(files: Files, id: string): Promise<GuestRoom | undefined> {
    const content = isRoomId(id) ? await files.read(fileOf(id)) : undefined;
    const kept = content?.state === 'text' ? parsed(content.text) : undefined;
    return isKept(kept) ? new GuestRoom(files, id, kept.address, kept.text) : undefined;
  }

  /** A room at an address, with what is kept of it if it was there before. */
  static async at(files: Files, id: string, address: string): Promise<GuestRoom> {
    const before = await GuestRoom.kept(files, id);
    const room = new GuestRoom(files, id, address, before?.address === address ? before.text : '');
    await room.keep(room.text);
    return room;
  }

  /** The other rooms that this editor was in, the latest first. */
  static async others(files: Files, except: string): Promise<readonly GuestRoom[]> {
    const listing = await files.list('', [ending]);
    const found = listing.state === 'listed' ? listing.files : [];
    const ids = found.map((path) => path.slice(0, -ending.length)).filter((id) => id !== except);
    const rooms = await Promise.all(ids.map((id) => GuestRoom.kept(files, id)));
    const at = ({ text }: GuestRoom): number => keptRoomIn(text)?.at ?? 0;
    return rooms.filter((room) => room !== undefined).toSorted((a, b) => at(b) - at(a));
  }

  /** The name under which its page keeps what it keeps. */
  get key(): string {
    return keptRoomKey(this.id);
  }

  get text(): string {
    return this.#text;
  }

  /** Resolves when the last that was to be kept is written. */
  async keep(kept: string): Promise<void> {
    this.#text = kept;
    const write = (): Promise<unknown> => {
      const content = `${JSON.stringify({ address: this.address, text: this.#text })}\n`;
      return this.#files.update(fileOf(this.id), () => content);
    };
    this.#writing = this.#writing.then(write, write);
    await this.#writing;
  }
}

function fileOf(id: string): string {
  return `${id}${ending}`;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

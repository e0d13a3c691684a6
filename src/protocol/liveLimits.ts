/** What a live room puts up with. Times are milliseconds, sizes bytes. */
export const liveLimits = {
  /** One frame from a guest. */
  frame: 65_536,
  /** One frame to a guest; what is longer is sent in parts. */
  part: 32_768,
  /** Messages of one socket: so many a second, and so many at once. */
  messagesPerSecond: 30,
  burst: 120,
  socketsPerRoom: 150,
  socketsPerPerson: 3,
  /** Of all rooms of one process. */
  socketsPerProcess: 3000,
  /** What a reader has not taken yet, before it is cut off. */
  buffered: 4 * 1024 * 1024,
  /** Until a socket has shown something that lets it in. */
  admission: 10_000,
  failuresPerSocket: 5,
  /** Of one address; then it is blocked for a while. */
  failuresPerMinute: 20,
  block: 5 * 60_000,
  /** How long an invitation admits new people. */
  invitation: 4 * 60 * 60_000,
  /** How long somebody whose connection broke still counts as present. */
  absence: 10_000,
} as const;

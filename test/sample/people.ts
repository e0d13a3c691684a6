/** Somebody of the shop's team. All of them are made up; the addresses are at a domain that nobody can own. */
export interface Person {
  readonly name: string;
  readonly address: string;
  /** Whole hours that the person's clock is ahead of the team's. */
  readonly ahead: number;
  /** The first week of the sample's year in which the person works on the shop. */
  readonly since: number;
}

export const mara: Person = person('Mara');
export const tomas: Person = person('Tomas', 1);
export const priya: Person = person('Priya');
export const jonas: Person = person('Jonas', 1);
export const nina: Person = person('Nina');
export const kofi: Person = person('Kofi', 0, 11);
export const elif: Person = person('Elif', 0, 21);

/** The same two people, as their machines named them before somebody wrote the mailmap. */
export const jonasAtHome: Person = { name: 'jonas', address: 'jonas@laptop.example.org', ahead: 1, since: 1 };
export const kofiAtFirst: Person = { name: 'kofi', address: 'kofi.new@example.org', ahead: 0, since: 11 };

export const dependencyBot: Person = {
  name: 'deps[bot]',
  address: 'deps-bot@example.org',
  ahead: 0,
  since: 1,
};

export const mailmap = `Jonas <jonas@example.org> jonas <jonas@laptop.example.org>
Kofi <kofi@example.org> kofi <kofi.new@example.org>
`;

function person(name: string, ahead = 0, since = 1): Person {
  return { name, address: `${name.toLowerCase()}@example.org`, ahead, since };
}

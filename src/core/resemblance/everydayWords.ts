/**
 * English words that say nothing of what a text is about. A long log shows by itself that it has them everywhere; a
 * log of a few entries does not.
 */
export const everydayWords: ReadonlySet<string> = new Set(
  [
    'about after again all already also always and another any anybody anyone april are ask asked august back bad',
    'because been before being best better between big bit both but came can come comes coming could day days',
    'december did does done down during each early eight eleven even evening ever every everybody everyone',
    'everything fact february few find first five for found four friday from gave get gets getting give given',
    'giving goes going gone good got had happen happened happens has have her here high him his hour hours how',
    'into its january july june just keep kept kind knew know known knows last late later let like long look',
    'looked looking looks lot low made make many march may might minute minutes monday month months more morning',
    'most much must need needed needs never new night nine nobody none noon nor not nothing noticed november now',
    'october off often old once one only other our out over own part people put ran right run said same saturday',
    'saw say says second see seem seemed seen september set seven several she should side since six small some',
    'somebody someone something sometimes soon still such sunday take taken takes taking tell ten than that the',
    'their them then there these they thing things think this those thought three through thursday time times',
    'today told tomorrow too took tried try trying tuesday turn turned twelve twice two under until upon use used',
    'using very want wanted was way wednesday week weeks well went were what when where whether which while who',
    'whom whose why will with within without would wrong wrote year years yesterday yet you your',
  ].flatMap((line) => line.split(' ')),
);

import * as l10n from '@vscode/l10n';

/**
 * Questions for the beginning of a meeting, which everyone can answer in a sentence without giving away more than
 * they want to: none about family, money, health, faith, looks, or things that not everybody has or can do.
 */
export function icebreakers(): readonly string[] {
  return [...aboutToday(), ...aboutWork(), ...aboutSmallThings(), ...whatIf()];
}

function aboutToday(): readonly string[] {
  return [
    l10n.t('Which weather are you today?'),
    l10n.t('In one word: how do you arrive?'),
    l10n.t('What would make this hour worth your time?'),
    l10n.t('What are you looking forward to this week?'),
    l10n.t('What can you put aside for the next hour?'),
    l10n.t('Which colour has your week had so far?'),
    l10n.t('How full is your battery, and what charges it?'),
    l10n.t('What is the smallest thing that went well today?'),
    l10n.t('What should the others know so that they can be kind to you today?'),
    l10n.t('On a scale from hammock to rocket: how fast is your day?'),
    l10n.t('Which sound would describe your last two weeks?'),
  ];
}

function aboutWork(): readonly string[] {
  return [
    l10n.t('What did you learn lately from somebody in this team?'),
    l10n.t('Whom would you like to thank, and for what?'),
    l10n.t('Which bug will you never forget?'),
    l10n.t('Which command or shortcut could you not live without?'),
    l10n.t('What was the first thing you built that somebody else used?'),
    l10n.t('Which error message would you like to have written better?'),
    l10n.t('What do you know how to do that hardly anyone here knows of?'),
    l10n.t('What would you automate tomorrow, if it took no time?'),
    l10n.t('Which name in the code makes you smile?'),
    l10n.t('What do you do when you are stuck?'),
    l10n.t('What have you changed your mind about since you started here?'),
    l10n.t('Which part of your work would you do for nothing?'),
  ];
}

function aboutSmallThings(): readonly string[] {
  return [
    l10n.t('What is within reach of your hand that you like?'),
    l10n.t('Which smell brings back a good memory?'),
    l10n.t('Which word, in any language, do you like the sound of?'),
    l10n.t('What do you like to do when it rains?'),
    l10n.t('Which tune has been in your head lately?'),
    l10n.t('What would you recommend to read, hear or watch?'),
    l10n.t('Which season is yours?'),
    l10n.t('What have you recently noticed on your way somewhere?'),
    l10n.t('Sweet, salty, sour or hot?'),
    l10n.t('Which everyday thing is made really well?'),
    l10n.t('What did you like to do when you were ten?'),
    l10n.t('Which small luxury costs next to nothing?'),
  ];
}

function whatIf(): readonly string[] {
  return [
    l10n.t('If you could have an hour more each day, what would it be for?'),
    l10n.t('If you could learn anything overnight, what would it be?'),
    l10n.t('If this team were an animal, which one?'),
    l10n.t('If our software had a voice, what would it say about us?'),
    l10n.t('If you could ask anyone who ever lived one question, whom and what?'),
    l10n.t('If you had to explain your job with three objects, which?'),
    l10n.t('If the last weeks were a film, what would it be called?'),
    l10n.t('If you could rename one thing in the world, what would it be?'),
    l10n.t('If there were a holiday for something that has none, what for?'),
    l10n.t('If you could send a postcard to yourself a year ago, what would be on it?'),
    l10n.t('If you could swap jobs with somebody for a day, with whom?'),
  ];
}

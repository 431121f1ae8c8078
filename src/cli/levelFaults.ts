/** What is wrong with a level beyond its shape, in sentences. */
import { checkCommand } from '../engine/checkCommand.ts';
import { checkLevel } from '../engine/checkLevel.ts';
import { createGame } from '../engine/createGame.ts';
import { step } from '../engine/step.ts';
import type { Command, Level } from '../engine/types.ts';
import { InvariantError } from '../model/course.ts';
import { createText, t, tAny } from '../text/catalogue.ts';
import { commandErrorText } from '../text/refusalText.ts';

const CATALOGUE = createText('en');
/** What the screen says of a treatment. */
const TREATMENT_TEXTS = ['name', 'onsetShort', 'effect', 'onset', 'cost'] as const;
const LAB_TEXTS = ['name', 'long', 'means', 'unit'] as const;

/** Names that the model lacks, texts that the catalogue lacks, sources that are missing, orders that cannot be given. */
export function levelFaults(level: Level): readonly string[] {
  const problem = checkLevel(level);
  if (problem !== null) {
    const { code, path, values } = problem;
    return [tAny(`error.level.${code}`, { ...values, path })];
  }
  const faults = [...textFaults(level), ...sourceFaults(level)];
  return faults.length > 0 ? faults : orderFaults(level);
}

function textFaults({ treatments, labs, oxygen }: Level): readonly string[] {
  const keys = [
    ...treatments.flatMap(({ id }) => TREATMENT_TEXTS.map((part) => `hud.treatment.${id}.${part}`)),
    ...labs.flatMap(({ id }) => LAB_TEXTS.map((part) => `hud.lab.${id}.${part}`)),
    ...oxygen.map(({ id }) => `hud.oxygen.${id}`),
  ];
  return keys.filter((key) => !CATALOGUE.has(key)).map((key) => t('levels.fault.text', { key }));
}

function sourceFaults({ sources }: Level): readonly string[] {
  if (sources.length === 0) return [t('levels.fault.noSource')];
  return sources
    .filter(({ url }) => url === undefined)
    .map(({ text }) => t('levels.fault.sourceWithoutAddress', { text }));
}

/** Every order, test and step of oxygen, each given to the fresh patient and played for an hour. */
function orderFaults(level: Level): readonly string[] {
  return everyCommand(level).flatMap((command) => {
    const state = createGame(level, { seed: 1, mode: 'clinician' });
    const refused = checkCommand(state, level, command);
    if (refused !== null) return refused.code === 'oxygenSame' ? [] : [commandErrorText(refused)];
    try {
      for (let tick = 0; tick < 20; tick++) step(state, level, tick === 0 ? [command] : []);
    } catch (error) {
      if (!(error instanceof InvariantError)) throw error;
      return [t('levels.fault.outside', { message: error.message })];
    }
    return [];
  });
}

function everyCommand({ treatments, labs, oxygen }: Level): readonly Command[] {
  return [
    ...treatments.flatMap(({ id, regimens }) =>
      regimens.map((regimen): Command => ({ type: 'order', treatment: id, regimen: regimen.id })),
    ),
    ...labs.map(({ id }): Command => ({ type: 'lab', test: id })),
    ...oxygen.map((_, index): Command => ({ type: 'oxygen', step: index })),
  ];
}

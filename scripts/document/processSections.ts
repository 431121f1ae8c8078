/** The model process by process, its triggers and its drugs, as Markdown. */
import type {
  DocumentParameter,
  DocumentRule,
  DocumentSpecies,
  ModelDocument,
} from '../../src/model/document.ts';
import { block, folded, inline, numberText, picture, table, unitText } from './markdown.ts';
import { allPlots } from './plots/allPlots.ts';
import { CASES } from './plots/triggerCases.ts';

const ORIGIN_MARK = { published: 'published', recalled: '**unconfirmed**', model: 'this model' } as const;

function quantityTable(quantities: readonly (DocumentSpecies | DocumentRule)[]): string {
  return table(
    ['symbol', 'name', 'unit', 'in health', 'in plain words'],
    quantities.map((quantity) => [
      inline(quantity.symbol.tex),
      `${quantity.name} (\`${quantity.id}\`)`,
      unitText(quantity.unit),
      'value' in quantity ? numberText(quantity.value) : '',
      [quantity.plain, quantity.clinician === '' ? '' : `*${quantity.clinician}*`].join(' ').trim(),
    ]),
  );
}

function parameterTable(parameters: readonly DocumentParameter[]): string {
  return table(
    ['symbol', 'id', 'what it is', 'value', 'unit', 'origin', 'used by'],
    parameters.map(({ symbol, id, name, value, unit, origin, source, usedBy }) => [
      inline(symbol.tex),
      `\`${id}\``,
      name,
      numberText(value),
      unitText(unit),
      origin === 'model' ? ORIGIN_MARK.model : `${ORIGIN_MARK[origin]}: [${source}](#source-${source})`,
      usedBy.map((user) => `\`${user}\``).join(' '),
    ]),
  );
}

/** Every process with its words, quantities, equations and parameters. */
export function processes(model: ModelDocument): string {
  return model.groups
    .map(({ id, title, plain, clinician }) => {
      const species = model.species.filter(({ group }) => group === id);
      const rules = model.rules.filter(({ group }) => group === id);
      const parameters = model.parameters.filter(({ group }) => group === id);
      const moving = species.filter(({ changes }) => changes === 'rate');
      const equations = [...moving, ...rules].map(({ equation }) => block(equation.tex)).join('\n\n');
      return [
        `### ${title}`,
        plain,
        `*For clinicians:* ${clinician}`,
        quantityTable(species),
        folded(`${moving.length + rules.length} equations`, equations),
        ...(rules.length > 0
          ? [folded(`${rules.length} quantities computed from them`, quantityTable(rules))]
          : []),
        ...(parameters.length > 0
          ? [folded(`${parameters.length} parameters`, parameterTable(parameters))]
          : []),
      ].join('\n\n');
    })
    .join('\n\n');
}

/** What the signs of the equations mean. */
export function notation(model: ModelDocument): string {
  return table(
    ['written', 'meaning'],
    model.notation.map(({ formula, meaning }) => [inline(formula.tex), meaning]),
  );
}

/** Counts that the first screen tells. */
export function counts(model: ModelDocument): string {
  const of = (origin: DocumentParameter['origin']): number =>
    model.parameters.filter((parameter) => parameter.origin === origin).length;
  return `This is version ${model.version} of the model (fingerprint \`${model.hash}\`): ${model.species.length} quantities that change in time, ${model.rules.length} that are computed from them, and ${model.parameters.length} parameters, of which ${of('published')} are published constants, ${of('recalled')} are recalled and still unconfirmed, and ${of('model')} are this model's own.`;
}

/** Every trigger: what it is, what it changes, and its course as a picture. */
export function triggers(model: ModelDocument): string {
  const plots = new Map(allPlots().map((plot) => [plot.name, plot]));
  return model.triggers
    .map(({ id, name, plain, clinician, parameters, initial }) => {
      const changes = [...initial, ...parameters].map(({ id: changed, name: what, unit, value, usual }) => [
        `\`${changed}\``,
        what,
        numberText(usual),
        numberText(value),
        unitText(unit),
      ]);
      const pictures = CASES.filter(({ trigger }) => trigger === id).map((given) => {
        const plot = plots.get(`course-${given.name}`);
        return picture(`course-${given.name}`, plot?.description ?? given.title);
      });
      return [
        `### ${name} (\`${id}\`)`,
        `${plain} *${clinician}*`,
        ...(changes.length > 0
          ? [table(['changes', 'what it is', 'otherwise', 'here', 'unit'], changes)]
          : []),
        ...(pictures.length > 0 ? [folded('its course', pictures.join('\n\n'))] : []),
      ].join('\n\n');
    })
    .join('\n\n');
}

/** Drugs: dose, kinetics, effects, costs, interactions. */
export function drugs(model: ModelDocument): string {
  const sourced = (sources: readonly string[]): string =>
    sources
      .filter((source) => source !== 'model')
      .map((source) => `[${source}](#source-${source})`)
      .join(', ');
  return table(
    ['drug', 'usual dose', 'kinetics', 'what it does', 'what it costs', 'with other drugs', 'kinetics from'],
    model.drugs.map(({ name, treatment, usual, kinetics, effect, cost, interactions, sources }) => [
      `**${name}** (\`${treatment}\`)`,
      usual,
      kinetics,
      effect,
      cost,
      interactions,
      sourced(sources) || 'this model',
    ]),
  );
}

/** Every source with a place to link to. */
export function sources(model: ModelDocument): string {
  return model.sources.map(({ id, text }) => `* <a id="source-${id}"></a>**${id}**: ${text}`).join('\n');
}

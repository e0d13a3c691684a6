import type { ChartView, TrendsChoice, TrendsState } from '../../protocol/trends.ts';

/** All that the trends panel shows is a function of this. */
export interface TrendsModel {
  readonly state: TrendsState;
  /** What was drawn last of each indicator; it stays until something newer is there. */
  readonly charts: ReadonlyMap<string, ChartView>;
  /** The points that were gone to; the last one otherwise. */
  readonly picked: ReadonlyMap<string, number>;
  /** The indicators whose table is open. */
  readonly tables: ReadonlySet<string>;
  /** Something was chosen, and the answer is on its way. */
  readonly isAsking: boolean;
}

/** The panel before the extension has answered. */
export function firstModel(choice: TrendsChoice): TrendsModel {
  return {
    state: {
      revision: 0,
      availability: 'loading',
      choice,
      logs: [],
      areas: [],
      tags: [],
      headline: { value: '', interval: '', perPerson: '' },
      figures: [],
      thanks: [],
      moreThanks: 0,
      surveys: [],
      isWhole: false,
      notes: [],
      history: 'ok',
    },
    charts: new Map(),
    picked: new Map(),
    tables: new Set(),
    isAsking: true,
  };
}

/** Something else was chosen: it stands there at once. A point of before is none of what comes. */
export function chosen(model: TrendsModel, change: Partial<TrendsChoice>): TrendsModel {
  const choice = { ...model.state.choice, ...change };
  const { log, area, tag, ...rest } = choice;
  // An empty word stands for all.
  const some = { ...(log ? { log } : {}), ...(area ? { area } : {}), ...(tag ? { tag } : {}) };
  return {
    ...model,
    state: { ...model.state, choice: { ...rest, ...some } },
    picked: new Map(),
    isAsking: true,
  };
}

/**
 * What the extension shows of its own accord. While it is being asked, that may still be of what was chosen before,
 * and the answer is never older.
 */
export function shown(model: TrendsModel, state: TrendsState): TrendsModel {
  return model.isAsking ? model : answered(model, state);
}

/** The extension’s answer, unless something newer is there. Charts of figures that are gone go with them. */
export function answered(model: TrendsModel, state: TrendsState): TrendsModel {
  if (state.revision < model.state.revision) {
    return model;
  }
  const drawn = new Set(state.figures.filter(({ isDrawn }) => isDrawn).map(({ key }) => key));
  const charts = new Map([...model.charts].filter(([key]) => drawn.has(key)));
  if (state.chart !== undefined) {
    charts.set(state.chart.key, state.chart);
  }
  state.surveys.forEach(({ chart }) => charts.set(chart.key, chart));
  return { ...model, state, charts, isAsking: false };
}

/** No answer came: what comes next is shown as it comes. */
export function unanswered(model: TrendsModel): TrendsModel {
  return { ...model, isAsking: false };
}

/** A chart, unless it is of figures that are out of date. */
export function drawn(model: TrendsModel, chart: ChartView): TrendsModel {
  if (chart.revision !== model.state.revision) {
    return model;
  }
  return { ...model, charts: new Map(model.charts).set(chart.key, chart) };
}

/** Whether every chart there is can be seen as it is now. */
export function isComplete({ state, charts }: TrendsModel): boolean {
  return (
    state.isWhole &&
    state.figures.every(({ key, isDrawn }) => !isDrawn || charts.get(key)?.revision === state.revision)
  );
}

/** Goes to a point of an indicator; before the first is the first, after the last the last. */
export function picked(model: TrendsModel, key: string, at: number): TrendsModel {
  const count = model.charts.get(key)?.points.length ?? 0;
  const within = Math.max(0, Math.min(count - 1, at));
  return { ...model, picked: new Map(model.picked).set(key, within) };
}

/** The point of a chart that is gone to first. */
export function pointOf(model: TrendsModel, key: string): number {
  const last = (model.charts.get(key)?.points.length ?? 1) - 1;
  return Math.min(last, model.picked.get(key) ?? last);
}

/** Opens or closes the table of an indicator. */
export function toggled(model: TrendsModel, key: string, isOpen: boolean): TrendsModel {
  if (model.tables.has(key) === isOpen) {
    return model;
  }
  const tables = new Set(model.tables);
  if (isOpen) {
    tables.add(key);
  } else {
    tables.delete(key);
  }
  return { ...model, tables };
}

/** The drawn indicator that stands so many places further down; none beyond the ends. */
export function neighbour({ state, charts }: TrendsModel, key: string, step: 1 | -1): string | undefined {
  const all = [...state.figures.map((figure) => figure.key), ...state.surveys.map(({ chart }) => chart.key)];
  const keys = all.filter((one) => charts.has(one));
  return keys[keys.indexOf(key) + step];
}

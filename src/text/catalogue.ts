/**
 * Every sentence that a player or a user of the command line can see.
 *
 * One JSON file per area in `en/`; the file's name is the first part of its
 * keys: `t('error.outOfStock', { treatment: 'Tocilizumab' })`. Plurals follow
 * i18next: `hours_one` and `hours_other` are asked for as `hours` with a
 * `count`. Another language is another folder with the same files; a key that
 * it lacks falls back to English.
 */
import { createInstance } from 'i18next';
import app from './en/app.json' with { type: 'json' };
import type branches from './en/branches.json';
import type classWords from './en/class.json';
import type classApp from './en/classApp.json';
import type classBoard from './en/classBoard.json';
import type classMap from './en/classMap.json';
import type classStudent from './en/classStudent.json';
import type classTeacher from './en/classTeacher.json';
import cli from './en/cli.json' with { type: 'json' };
import type debrief from './en/debrief.json';
import type end from './en/end.json';
import error from './en/error.json' with { type: 'json' };
import evidence from './en/evidence.json' with { type: 'json' };
import hud from './en/hud.json' with { type: 'json' };
import levels from './en/levels.json' with { type: 'json' };
import type model from './en/model.json';
import type names from './en/names.json';
import page from './en/page.json' with { type: 'json' };
import type sbml from './en/sbml.json';
import scene from './en/scene.json' with { type: 'json' };
import sound from './en/sound.json' with { type: 'json' };
import study from './en/study.json' with { type: 'json' };
import type why from './en/why.json';

/** Areas whose words come along with the page that shows them, and not before. */
export interface LateWords {
  readonly branches: typeof branches;
  readonly class: typeof classWords;
  readonly classApp: typeof classApp;
  readonly classBoard: typeof classBoard;
  readonly classMap: typeof classMap;
  readonly classStudent: typeof classStudent;
  readonly classTeacher: typeof classTeacher;
  readonly debrief: typeof debrief;
  readonly end: typeof end;
  readonly model: typeof model;
  readonly names: typeof names;
  readonly sbml: typeof sbml;
  readonly why: typeof why;
}

const ENGLISH = { app, cli, error, evidence, hud, levels, page, scene, sound, study };

/** The languages that exist; English first. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

const RESOURCES: Readonly<Record<Language, { translation: typeof ENGLISH }>> = {
  en: { translation: ENGLISH },
};

type PluralBase<K extends string> =
  K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;
type Leaves<T> = T extends string
  ? ''
  : { [K in keyof T & string]: Join<PluralBase<K>, Leaves<T[K]>> }[keyof T & string];
type Join<K extends string, Rest extends string> = Rest extends '' ? K : `${K}.${Rest}`;

/** Every key of the catalogue, checked by the compiler. */
export type TextKey = Leaves<typeof ENGLISH & LateWords>;
export type TextValues = Readonly<Record<string, string | number>>;

/** Looks up sentences in one language. */
export interface Text {
  readonly language: Language;
  /** The sentence of a key known when the program was written. */
  t(key: TextKey, values?: TextValues): string;
  /** The sentence of a key put together at run time, such as `error.${code}`. */
  tAny(key: string, values?: TextValues): string;
  /** True when the key has a sentence. */
  has(key: string, values?: TextValues): boolean;
  /** Brings the English words of a late area. */
  addWords<Area extends keyof LateWords>(area: Area, words: LateWords[Area]): void;
}

export interface TextOptions {
  /** Throw on a key without a sentence (tests) instead of showing the key. */
  readonly strict?: boolean;
}

const UNDER_TEST = import.meta.env?.MODE === 'test';

/**
 * Makes the catalogue of one language. Values are inserted as they are: every
 * place that shows them sets text nodes, never markup.
 *
 * @throws Error on a missing key when strict, which is the default under test.
 */
export function createText(language: Language = 'en', options: TextOptions = {}): Text {
  const strict = options.strict ?? UNDER_TEST;
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: RESOURCES,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const has = (key: string, values: TextValues = {}): boolean => instance.exists(key, { ...values });
  const tAny = (key: string, values: TextValues = {}): string => {
    if (strict && !has(key, values)) throw new Error(`The text catalogue has no sentence for "${key}".`);
    return String(instance.t(key as never, { ...values } as never));
  };
  const addWords: Text['addWords'] = (area, words) =>
    void instance.addResourceBundle('en', 'translation', { [area]: words }, true);
  return { language, t: tAny, tAny, has, addWords };
}

const english = createText();

/** The English catalogue, for hosts that do not switch languages. */
export const t: Text['t'] = english.t;
export const tAny: Text['tAny'] = english.tAny;
export const has: Text['has'] = english.has;
export const addWords: Text['addWords'] = english.addWords;

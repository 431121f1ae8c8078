import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Settings } from '../../app/types.ts';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp } from '../appContext.ts';
import { Icon } from '../icons.tsx';

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly choose: (value: T) => void;
}

function Choice<T extends string>({ legend, name, value, options, choose }: ChoiceProps<T>): VNode {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {options.map(([option, words]) => (
        <label key={option} class="row">
          <input type="radio" name={name} checked={option === value} onChange={() => choose(option)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

function Switch(props: {
  readonly words: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}): VNode {
  return (
    <label class="row">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.set(event.currentTarget.checked)}
      />
      {props.words}
    </label>
  );
}

function SettingsForm(): VNode {
  const settings = useApp((state) => state.settings);
  const { setSettings } = useActions();
  const set =
    <K extends keyof Settings>(key: K) =>
    (value: Settings[K]) =>
      setSettings({ [key]: value });
  return (
    <>
      <Switch
        words={t('page.settings.sound')}
        on={!settings.muted}
        set={(on) => setSettings({ muted: !on })}
      />
      <label class="row">
        <span>{t('page.settings.volume')}</span>
        <input
          class="slider"
          type="range"
          min="0"
          max="1"
          step="0.05"
          value={settings.volume}
          onInput={(event) => setSettings({ volume: event.currentTarget.valueAsNumber })}
        />
      </label>
      <Switch words={t('page.settings.captions')} on={settings.captions} set={set('captions')} />
      <Choice
        legend={t('page.settings.motion')}
        name="motion"
        value={settings.motion}
        choose={set('motion')}
        options={[
          ['system', t('page.settings.motionSystem')],
          ['full', t('page.settings.motionFull')],
          ['reduced', t('page.settings.motionReduced')],
        ]}
      />
      <Choice
        legend={t('page.settings.theme')}
        name="theme"
        value={settings.theme}
        choose={set('theme')}
        options={[
          ['night', t('page.settings.themeNight')],
          ['projector', t('page.settings.themeProjector')],
        ]}
      />
    </>
  );
}

/** The settings behind a button; the dialog keeps the focus and closes with Escape, which the browser does itself. */
export function SettingsButton(): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        class="menu-door"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="settings" size={28} />
        <span class="menu-door-words">
          <b>{t('page.menu.settings')}</b>
          <small>{t('page.menu.settingsHint')}</small>
        </span>
      </button>
      <dialog ref={dialog} class="settings" aria-labelledby="settings-heading">
        <header>
          <h2 id="settings-heading">{t('page.settings.heading')}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={t('page.settings.close')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" size={20} />
          </button>
        </header>
        <SettingsForm />
      </dialog>
    </>
  );
}

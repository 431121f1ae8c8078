import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { archiveOfGame, archiveOfTrigger, type ModelFile, sbmlOfTrigger } from '../../../app/modelArchive.ts';
import { evidenceText, MODEL_DOCUMENT } from '../../../app/modelFacts.ts';
import { useApp } from '../../appContext.ts';
import { Icon } from '../../icons.tsx';
import { saveFile } from '../logFile.ts';
import { Scrolls, Section } from './parts.tsx';
import { t } from './words.ts';

/** What can be typed to compute the content of this page again. */
const COMMANDS = [
  ['evidence', 'npm run -s cli -- evidence'],
  ['trial', 'npm run -s cli -- trial recovery-dex'],
  ['cohort', 'npm run -s cli -- cohort covid19 --patients 1000 --seed 1 --csv'],
  ['sbml', 'npm run -s cli -- sbml --level the-quiet-doubling'],
  ['levels', 'npm run -s cli -- levels'],
  ['calibrate', 'npm run calibrate'],
  ['robustness', 'npm run robustness'],
  ['tests', 'npm test'],
] as const;

/** Files of the model for other tools, and how to run all of it again. */
export function DownloadSection(): VNode {
  const [problem, setProblem] = useState('');
  const save = (write: () => Promise<ModelFile>): void => {
    setProblem('');
    write().then(
      ({ fileName, mediaType, bytes }) => saveFile(fileName, mediaType, bytes),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <Section id="downloads">
      <p>{t('model.downloads.about')}</p>
      <div role="status">
        {problem !== '' && <p class="storage-problem">{t('model.downloads.failed', { message: problem })}</p>}
      </div>
      <ul class="files">
        {MODEL_DOCUMENT.triggers.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <FileButton
              name={t('model.downloads.sbmlName', { name })}
              words={t('model.downloads.sbml')}
              press={() => save(() => sbmlOfTrigger(id))}
            />
            <FileButton
              name={t('model.downloads.omexName', { name })}
              words={t('model.downloads.omex')}
              press={() => save(() => archiveOfTrigger(id))}
            />
          </li>
        ))}
      </ul>
      <div class="other-files">
        <FileButton
          words={t('model.downloads.evidence')}
          press={() => saveFile('stormward-evidence.json', 'application/json', evidenceText())}
        />
        <OwnGame save={save} />
      </div>
      <Rerun />
    </Section>
  );
}

interface FileButtonProps {
  readonly words: string;
  /** What a screen reader says, where the words alone are not enough. */
  readonly name?: string;
  readonly press: () => void;
}

function FileButton({ words, name, press }: FileButtonProps): VNode {
  return (
    <button type="button" class="button small" aria-label={name} onClick={press}>
      <Icon name="download" size={18} />
      {words}
    </button>
  );
}

/** The game that has ended in this visit, with everything that was given. */
function OwnGame({ save }: { readonly save: (write: () => Promise<ModelFile>) => void }): VNode | null {
  const game = useApp((state) => state.game);
  const log = game?.replay?.log ?? game?.result?.log;
  if (!game || !log) return null;
  return (
    <FileButton words={t('model.downloads.game')} press={() => save(() => archiveOfGame(game.level, log))} />
  );
}

function Rerun(): VNode {
  return (
    <>
      <h3>{t('model.downloads.rerun')}</h3>
      <p>{t('model.downloads.rerunAbout')}</p>
      <Scrolls label={t('model.downloads.copyable')}>
        <dl class="commands">
          {COMMANDS.map(([key, command]) => (
            <div key={key}>
              <dt>{t(`model.downloads.command.${key}`)}</dt>
              <dd>
                <code>{command}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Scrolls>
    </>
  );
}

/** A class without a server: logs from files and links, verified here, with board, podium, map and exports. */
import './files.css';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useClass } from '../../../appContext.ts';
import { ClassHead } from '../doors/classHead.tsx';
import { t } from '../mapWords.ts';
import { FileResults } from './fileResults.tsx';
import { FilesProgress } from './filesProgress.tsx';
import { Intake } from './intake.tsx';
import { RefusedFiles } from './refusedFiles.tsx';

/** The place `files`. What it shows goes away with the page: nothing is kept and nothing is sent. */
export function FilesPage(): VNode {
  const files = useClass((state) => state.files);
  const problem = useClass((state) => state.problem);
  const [hideNames, setHideNames] = useState(false);
  const hasBoard = files.boards.length > 0;
  return (
    <main class={`class-page class-files ${hasBoard ? 'has-board' : ''}`}>
      <ClassHead doors />
      <header class="files-title">
        <h1>{t('classMap.files.title')}</h1>
        <p class="quiet lead">{t('classMap.files.about')}</p>
        <p class="files-private">{t('classMap.files.private')}</p>
      </header>
      <Intake isEmpty={files.entries.length === 0} />
      {problem !== '' && (
        <p class="panel files-problem" role="alert">
          {problem}
        </p>
      )}
      <FilesProgress files={files} />
      <RefusedFiles entries={files.entries} />
      {hasBoard ? (
        <FileResults boards={files.boards} hideNames={hideNames} onHideNames={setHideNames} />
      ) : (
        <p class="quiet files-empty">{t('classMap.files.empty')}</p>
      )}
    </main>
  );
}

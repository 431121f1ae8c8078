import type { VNode } from 'preact';
import type { DebriefSubject } from '../../../app/debrief/types.ts';
import { useActions } from '../../appContext.ts';
import { CopyByHand } from '../../copyByHand.tsx';
import { Icon } from '../../icons.tsx';
import { useCopyLink } from '../copyLink.ts';
import { saveLogFile } from '../logFile.ts';
import { levelText } from '../words.ts';
import { t } from './words.ts';

interface HeadProps {
  readonly subject: DebriefSubject;
  readonly onPrint: () => void;
}

/** Whose debrief it is, and the ways out of it. */
export function DebriefHead({ subject, onPrint }: HeadProps): VNode {
  const { level, log } = subject;
  const { replayLog, openMenu } = useActions();
  const { copying, address, copy } = useCopyLink(log);
  return (
    <header class="debrief-head">
      <Icon name="logo" size={30} class="debrief-logo" />
      <h1>
        {levelText(level).title} <small>{t('debrief.page.name')}</small>
      </h1>
      <p class="debrief-warning">{t('page.notClinical')}</p>
      <div class="debrief-doors">
        <Door icon="replay" words={t('debrief.page.watch')} onPress={() => replayLog(log)} />
        <Door
          icon="link"
          words={t(copying === 'done' ? 'debrief.page.copied' : 'debrief.page.copy')}
          onPress={() => void copy()}
        />
        <Door icon="download" words={t('debrief.page.save')} onPress={() => saveLogFile(log)} />
        <Door icon="log" words={t('debrief.page.print')} onPress={onPrint} />
        <Door icon="menu" words={t('debrief.page.menu')} onPress={openMenu} />
      </div>
      <div role="status" class="debrief-copied">
        {copying === 'done' && <span class="unseen">{t('debrief.page.copiedSaid')}</span>}
        {copying === 'by hand' && <CopyByHand label={t('debrief.page.copyByHand')} text={address()} />}
      </div>
    </header>
  );
}

interface DoorProps {
  readonly icon: 'replay' | 'link' | 'download' | 'log' | 'menu';
  readonly words: string;
  readonly onPress: () => void;
}

/** On a phone the glyph stands alone; the words stay for a screen reader. */
function Door({ icon, words, onPress }: DoorProps): VNode {
  return (
    <button type="button" class="debrief-door" title={words} onClick={onPress}>
      <Icon name={icon} size={18} />
      <span>{words}</span>
    </button>
  );
}

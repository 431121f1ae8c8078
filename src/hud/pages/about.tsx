import type { VNode } from 'preact';
import { PARAMETERS, SPECIES } from '../../model/generated/system.ts';
import { MODEL_HASH, MODEL_VERSION } from '../../model/version.ts';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp } from '../appContext.ts';
import { Icon } from '../icons.tsx';
import { SourceList } from './sourceList.tsx';
import { levelText } from './words.ts';

/** What this is, what it is not, and whom it is built on. */
export function AboutPage(): VNode {
  const { openMenu, openModel } = useActions();
  return (
    <main class="about reading">
      <header class="reading-head">
        <button type="button" class="button" onClick={openMenu}>
          <Icon name="back" size={20} />
          {t('page.back')}
        </button>
      </header>
      <article class="panel about-words">
        <h1>{t('page.about.heading')}</h1>
        <p class="lead">{t('page.about.what')}</p>
        <h2>{t('page.about.warningHeading')}</h2>
        <p>{t('page.about.warning')}</p>
        <h2>{t('page.about.privacyHeading')}</h2>
        <p>{t('page.about.privacy')}</p>
        <h2>{t('page.about.creditsHeading')}</h2>
        <p>{t('page.about.creditsCode')}</p>
        <p>{t('page.about.creditsFonts')}</p>
        <p>{t('page.about.creditsParts')}</p>
      </article>
      <article class="panel about-words">
        <h2>{t('page.about.modelHeading')}</h2>
        <p>{t('page.about.model', { species: SPECIES.length, parameters: PARAMETERS.length })}</p>
        <p>
          {t('page.about.modelVersion', { version: MODEL_VERSION })}
          <br />
          <span class="number">{t('page.about.modelHash', { hash: MODEL_HASH })}</span>
        </p>
        <p>{t('page.about.modelSources')}</p>
        <button type="button" class="button" onClick={() => openModel()}>
          <Icon name="model" size={20} />
          {t('page.model.open')}
        </button>
        <h2>{t('page.about.sourcesHeading')}</h2>
        <LevelSources />
      </article>
    </main>
  );
}

function LevelSources(): VNode {
  const levels = useApp((state) => state.levels);
  return (
    <>
      {levels.map((level) => (
        <section key={level.id}>
          <h3>{levelText(level).title}</h3>
          <SourceList level={level} />
        </section>
      ))}
    </>
  );
}

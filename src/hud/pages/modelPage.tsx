import type { FunctionComponent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp } from '../appContext.ts';
import { Icon } from '../icons.tsx';

type Body =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly Body: FunctionComponent };

/** The page about the model: its frame. What it says is large and arrives when it is first wanted. */
export function ModelPage(): VNode {
  const { leaveModel } = useActions();
  const from = useApp((state) => state.modelPlace.from);
  const [body, load] = useModelBody();
  return (
    <main class="model reading">
      <header class="reading-head">
        <button type="button" class="button" onClick={leaveModel}>
          <Icon name="back" size={20} />
          {t(`page.model.back.${from}`)}
        </button>
        <p class="reading-warning">{t('page.notClinical')}</p>
      </header>
      <h1>{t('page.model.heading')}</h1>
      {body.state === 'ready' && <body.Body />}
      {body.state === 'loading' && <p class="quiet">{t('page.model.loading')}</p>}
      {body.state === 'failed' && (
        <div class="panel">
          <p>{t('page.model.failed')}</p>
          <button type="button" class="button" onClick={load}>
            {t('page.model.again')}
          </button>
        </div>
      )}
    </main>
  );
}

function useModelBody(): readonly [Body, () => void] {
  const [body, setBody] = useState<Body>({ state: 'loading' });
  const load = (): void => {
    setBody({ state: 'loading' });
    import('./model/modelBody.tsx').then(
      ({ ModelBody }) => setBody({ state: 'ready', Body: ModelBody }),
      () => setBody({ state: 'failed' }),
    );
  };
  useEffect(load, []);
  return [body, load];
}

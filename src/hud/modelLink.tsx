import { fragmentOf } from '../app/navigation.ts';
import { t } from '../text/catalogue.ts';
import { Icon } from './icons.tsx';

/** From the explanation of a number to its place on the page about the model. A running game is paused and kept. */
export function ModelLink({ at, name }: { readonly at: string; readonly name: string }) {
  return (
    <p class="model-link">
      <a href={fragmentOf('model', at)}>
        <Icon name="model" size={16} />
        {t('hud.inModel.link')}
        <span class="unseen">: {name}</span>
      </a>
    </p>
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Command, LevelTreatment, Regimen, TreatmentId } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { commandErrorText } from '../text/refusalText.ts';
import { sameFields, useActions, useGame } from './appContext.ts';
import { type CardId, cardView } from './cards.ts';
import { courseText, givenText, isContinuous, isGivenOnce, oxygenText, regimenName } from './doses.ts';
import { Icon } from './icons.tsx';

interface SheetProps {
  readonly id: CardId;
  /** Closes the sheet and returns the focus. */
  readonly close: () => void;
}

/** What a treatment does, when and at what cost, with a button for each way to give it. */
export function TreatmentSheet({ id, close }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const [refusal, setRefusal] = useState('');
  const { command } = useActions();
  const canOrder = useGame((game) => game.kind === 'play');
  // Before the next key can arrive: the same key that opened the sheet may be followed at once by Enter, which must not stop anything.
  useLayoutEffect(() => {
    const first = sheet.current?.querySelector<HTMLElement>(
      '.sheet-actions button:not([aria-disabled="true"], .stop)',
    );
    (first ?? sheet.current)?.focus();
  }, []);
  const give = (order: Command): void => {
    const error = command(order);
    if (error) setRefusal(commandErrorText(error));
    else close();
  };
  const name = t(`hud.treatment.${id}.name`);
  return (
    <div class="sheet popup" role="dialog" aria-label={name} tabIndex={-1} ref={sheet}>
      <div class="sheet-title">
        <Icon name={id} size={28} />
        <h4>{name}</h4>
        <button type="button" class="icon-button" aria-label={t('hud.tabs.close')} onClick={close}>
          <Icon name="close" size={18} />
        </button>
      </div>
      <dl class="sheet-facts">
        {(['effect', 'onset', 'cost'] as const).map((fact) => (
          <div key={fact}>
            <dt>{t(`hud.treatments.${fact}`)}</dt>
            <dd>{t(`hud.treatment.${id}.${fact}`)}</dd>
          </div>
        ))}
      </dl>
      {/* Spoken by the notice, which says the same. */}
      <p class="refusal">
        {refusal && (
          <>
            <Icon name="caution" size={16} />
            {t('hud.treatments.refused', { reason: refusal })}
          </>
        )}
      </p>
      {!canOrder && <p class="quiet">{t('hud.treatments.readOnly')}</p>}
      {canOrder &&
        (id === 'oxygen' ? <OxygenActions give={give} /> : <TreatmentActions id={id} give={give} />)}
    </div>
  );
}

interface ActionsProps {
  readonly give: (order: Command) => void;
}

/** The rungs of the oxygen ladder; each can be taken back at once. */
function OxygenActions({ give }: ActionsProps) {
  const level = useGame((game) => game.level);
  const now = useGame((game) => game.now.oxygenStep);
  return (
    <div class="sheet-actions">
      {level.oxygen.map((rung, step) => (
        <button
          key={rung.id}
          type="button"
          class={step === now ? 'action current' : 'action'}
          aria-pressed={step === now}
          aria-disabled={step === now}
          onClick={() => step !== now && give({ type: 'oxygen', step })}
        >
          <b>{oxygenText(level, step)}</b>
          {step === now && <span>{t('hud.treatments.current')}</span>}
        </button>
      ))}
    </div>
  );
}

function TreatmentActions({ id, give }: ActionsProps & { readonly id: TreatmentId }) {
  const treatment = useGame((game) => game.level.treatments.find((candidate) => candidate.id === id));
  const weightKg = useGame((game) => game.level.patient.weightKg);
  const card = useGame((game) => cardView(game, id), sameFields);
  if (!treatment) return null;
  return (
    <div class="sheet-actions">
      {treatment.regimens.map((regimen) => (
        <GiveButton
          key={regimen.id}
          treatment={treatment}
          regimen={regimen}
          weightKg={weightKg}
          isCurrent={card.regimen === regimen.id}
          give={() => give({ type: 'order', treatment: id, regimen: regimen.id })}
        />
      ))}
      {card.regimen !== '' && (
        <button type="button" class="action stop" onClick={() => give({ type: 'stop', treatment: id })}>
          <b>{t('hud.treatments.stopNamed', { treatment: t(`hud.treatment.${id}.name`).toLowerCase() })}</b>
        </button>
      )}
      <p class="quiet">{takingBack(id)}</p>
    </div>
  );
}

function takingBack(id: TreatmentId): string {
  if (isContinuous(id)) return t('hud.treatments.stopsAtOnce');
  if (isGivenOnce(id)) return t('hud.treatments.noTakingBack');
  return t('hud.treatments.stopsDoses');
}

interface GiveButtonProps {
  readonly treatment: LevelTreatment;
  readonly regimen: Regimen;
  readonly weightKg: number;
  readonly isCurrent: boolean;
  readonly give: () => void;
}

function GiveButton({ treatment, regimen, weightKg, isCurrent, give }: GiveButtonProps) {
  const { id } = treatment;
  const course = courseText(id, regimen);
  const several = treatment.regimens.length > 1;
  const verb = isContinuous(id) ? t('hud.treatments.start') : t('hud.treatments.give');
  const weighed = regimen.perKg
    ? givenText(id, Math.min((regimen.amounts[0] ?? 0) * weightKg, regimen.perKg.maximum))
    : '';
  return (
    <button
      type="button"
      class={isCurrent ? 'action current' : 'action give'}
      aria-disabled={isCurrent}
      onClick={() => !isCurrent && give()}
    >
      <b>{several ? regimenName(id, regimen) : verb}</b>
      <span>{weighed ? t('hud.treatments.weighed', { course, dose: weighed }) : course}</span>
      {isCurrent && (
        <span>
          {t(regimen.everyHours === undefined ? 'hud.treatments.comes' : 'hud.treatments.comesAgain')}
        </span>
      )}
    </button>
  );
}

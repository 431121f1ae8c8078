import type { ComponentChildren, VNode } from 'preact';
import { MORTALITY_MAP } from '../../../app/modelFacts.ts';
import { numberText } from './numbers.ts';
import { Scrolls, Section } from './parts.tsx';
import { t } from './words.ts';

const MAP = MORTALITY_MAP;

/** How a course becomes a risk of death in virtual trials, with its constants as they are. */
export function MortalitySection(): VNode {
  const { days } = MAP;
  return (
    <Section id="mortality">
      <p>{t('model.mortality.about', { days })}</p>
      <p>{t('model.mortality.areas', { days })}</p>
      <Line name={t('model.mortality.formula.organ')}>
        <Area of="org" />
        <mo>=</mo>
        <Integral>
          <mo>(</mo>
          <Hill of="Lu" half={MAP.lung} exponent={8} />
          <mo>+</mo>
          <N value={MAP.lungSharedWeight} />
          <mo>·</mo>
          <Hill of="Lu" half={MAP.lungShared} exponent={4} />
          <mo>+</mo>
          <N value={MAP.heartKidneyWeight} />
          <mo>·</mo>
          <mo>(</mo>
          <Hill of="He" half={MAP.heart} exponent={2} />
          <mo>+</mo>
          <Hill of="Ki" half={MAP.kidney} exponent={2} />
          <mo>)</mo>
          <mo>)</mo>
        </Integral>
      </Line>
      <Line name={t('model.mortality.formula.virus')}>
        <Area of="vir" />
        <mo>=</mo>
        <Integral>
          <Share of={<mi>V</mi>} half={<N value={MAP.virusLoad} />} />
        </Integral>
      </Line>
      <Line name={t('model.mortality.formula.bacteria')}>
        <Area of="bac" />
        <mo>=</mo>
        <Integral>
          <Share of={<mi>B</mi>} half={<N value={MAP.bacterialLoad} />} />
        </Integral>
      </Line>
      <p>{t('model.mortality.risk')}</p>
      <Sum />
      <Risk />
      <p class="quiet">{t('model.mortality.symbols')}</p>
    </Section>
  );
}

function Sum(): VNode {
  return (
    <Line name={t('model.mortality.formula.sum')}>
      <mi>z</mi>
      <mo>=</mo>
      <N value={MAP.intercept} />
      <Weight of="org" {...MAP.organ} />
      <Weight of="vir" {...MAP.virus} />
      <Weight of="bac" {...MAP.bacteria} />
      <Term factor={MAP.frailty} of="f" />
      <Term factor={MAP.ventilated} of="v" />
    </Line>
  );
}

function Risk(): VNode {
  return (
    <Line name={t('model.mortality.formula.risk')}>
      <mi>risk</mi>
      <mo>=</mo>
      <mfrac>
        <mn>1</mn>
        <mn>2</mn>
      </mfrac>
      <mo>(</mo>
      <mn>1</mn>
      <mo>+</mo>
      <mfrac>
        <mi>z</mi>
        <msqrt>
          <mn>1</mn>
          <mo>+</mo>
          <msup>
            <mi>z</mi>
            <mn>2</mn>
          </msup>
        </msqrt>
      </mfrac>
      <mo>)</mo>
    </Line>
  );
}

interface LineProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

function Line({ name, children }: LineProps): VNode {
  return (
    <Scrolls label={name} class="equation">
      <math display="block">
        <mrow>{children}</mrow>
      </math>
    </Scrolls>
  );
}

function N({ value }: { readonly value: number }): VNode {
  const text = numberText(value);
  const [, digits = text, power] = /^(?:(.*) × )?10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)$/.exec(text) ?? [];
  return <mn>{power === undefined ? text : `${digits ? `${digits}·` : ''}10${power}`}</mn>;
}

function Area({ of }: { readonly of: string }): VNode {
  return (
    <msub>
      <mi>A</mi>
      <mi>{of}</mi>
    </msub>
  );
}

function Integral({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <>
      <msubsup>
        <mo>∫</mo>
        <mn>0</mn>
        <N value={MAP.days} />
      </msubsup>
      <mrow>{children}</mrow>
      <mi mathvariant="normal">d</mi>
      <mi>t</mi>
    </>
  );
}

interface ShareProps {
  readonly of: VNode;
  readonly half: VNode;
}

/** x / (x + half) */
function Share({ of, half }: ShareProps): VNode {
  return (
    <mfrac>
      {of}
      <mrow>
        {of}
        <mo>+</mo>
        {half}
      </mrow>
    </mfrac>
  );
}

interface HillProps {
  readonly of: string;
  readonly half: number;
  readonly exponent: number;
}

function Hill({ of, half, exponent }: HillProps): VNode {
  const power = (base: VNode): VNode => (
    <msup>
      {base}
      <mn>{exponent}</mn>
    </msup>
  );
  return <Share of={power(<mi>{of}</mi>)} half={power(<N value={half} />)} />;
}

interface WeightProps {
  readonly of: string;
  readonly most: number;
  readonly half: number;
}

function Weight({ of, most, half }: WeightProps): VNode {
  return (
    <>
      <mo>+</mo>
      <N value={most} />
      <mo>·</mo>
      <Share of={<Area of={of} />} half={<N value={half} />} />
    </>
  );
}

function Term({ factor, of }: { readonly factor: number; readonly of: string }): VNode {
  return (
    <>
      <mo>{factor < 0 ? '−' : '+'}</mo>
      <N value={Math.abs(factor)} />
      <mo>·</mo>
      <mi>{of}</mi>
    </>
  );
}

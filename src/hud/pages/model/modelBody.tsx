import './model.css';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../appContext.ts';
import { AboutSection } from './aboutSection.tsx';
import { CalibrationSection } from './calibrationSection.tsx';
import { DownloadSection } from './downloadSection.tsx';
import { DrugSection } from './drugSection.tsx';
import { EquationSection } from './equationSection.tsx';
import { EvidenceSection } from './evidenceSection.tsx';
import { LimitsSection } from './limitsSection.tsx';
import { elementId, placeOf, SECTIONS, sectionPlace } from './lookup.ts';
import { MapSection } from './mapSection.tsx';
import { MortalitySection } from './mortalitySection.tsx';
import { ParameterSection } from './parameterSection.tsx';
import { PlaceLink } from './parts.tsx';
import { SearchBox } from './searchBox.tsx';
import { TriggerSection } from './triggerSection.tsx';
import { t } from './words.ts';

/** Everything that the page about the model says. */
export function ModelBody(): VNode {
  const [openGroups, setOpenGroups] = useOpenGroups();
  return (
    <div class="model-body">
      <nav class="model-contents panel" aria-label={t('model.contents')}>
        <SearchBox />
        <ul>
          {SECTIONS.map((id) => (
            <li key={id}>
              <PlaceLink at={sectionPlace(id)}>{t(`model.section.${id}`)}</PlaceLink>
            </li>
          ))}
        </ul>
      </nav>
      <div class="model-sections">
        <AboutSection />
        <MapSection />
        <EvidenceSection />
        <EquationSection open={openGroups} setOpen={setOpenGroups} />
        <TriggerSection />
        <DrugSection />
        <MortalitySection />
        <CalibrationSection />
        <LimitsSection />
        <ParameterSection />
        <DownloadSection />
      </div>
    </div>
  );
}

/** The processes that are unfolded. What is looked up is unfolded with its process, and gets the focus. */
function useOpenGroups(): readonly [ReadonlySet<string>, (groups: ReadonlySet<string>) => void] {
  // A new object each time that something is looked up, also when it is the same again.
  const place = useApp((state) => state.modelPlace);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => withGroup(new Set(), place.at));
  useEffect(() => {
    setOpen((before) => withGroup(before, place.at));
    // After the page has put the focus on its heading, and after the process has unfolded.
    const turn = requestAnimationFrame(() => requestAnimationFrame(() => showPlace(place.at)));
    return () => cancelAnimationFrame(turn);
  }, [place]);
  return [open, setOpen];
}

function withGroup(open: ReadonlySet<string>, at: string): ReadonlySet<string> {
  const group = placeOf(at)?.group ?? '';
  return group === '' || open.has(group) ? open : new Set([...open, group]);
}

function showPlace(at: string): void {
  if (at === '') return;
  const element = document.getElementById(elementId(at));
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}

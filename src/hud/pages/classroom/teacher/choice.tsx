import './choice.css';
import type { ComponentChildren, VNode } from 'preact';

interface ChoiceProps<T> {
  readonly name: string;
  readonly value: T;
  readonly chosen: boolean;
  readonly choose: (value: T) => void;
  readonly children: ComponentChildren;
}

/** One of several answers, as a row to press. */
export function Choice<T extends string | number>(props: ChoiceProps<T>): VNode {
  return (
    <label class="class-choice">
      <input
        type="radio"
        name={props.name}
        value={props.value}
        checked={props.chosen}
        onChange={() => props.choose(props.value)}
      />
      <span>{props.children}</span>
    </label>
  );
}

import { Button, type ButtonProps, Tooltip } from 'antd';
import { KeyCap } from './key-cap.tsx';

type Props = Omit<ButtonProps, 'onClick'> & {
  keyName?: string;
  /** Said on pointing, above all why the button is not live. */
  hint?: string;
  testId?: string;
  onPress: () => void;
};

/** A button with its key on it. A pointer's press leaves no focus behind, so that Space stays the next action's key. */
export function KeyButton({ keyName, hint, testId, onPress, children, ...rest }: Props) {
  const button = (
    <Button
      {...rest}
      data-testid={testId}
      aria-keyshortcuts={keyName}
      onClick={(event) => {
        if (event.detail > 1) return; // the second click of a double click was meant for the first button
        if (event.detail === 1) event.currentTarget.blur();
        onPress();
      }}
    >
      <span>{children}</span>
      {keyName && <KeyCap>{keyName}</KeyCap>}
    </Button>
  );
  return hint ? <Tooltip title={hint}>{button}</Tooltip> : button;
}

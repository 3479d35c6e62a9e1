import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from './furigana';

type WordButtonProps = Omit<ComponentProps<typeof Button>, 'children'> & { words: string };

/** A button that says a message. */
export function WordButton({ words, ...rest }: WordButtonProps) {
  return (
    <Button {...rest}>
      <span>
        <Furigana>{words}</Furigana>
      </span>
    </Button>
  );
}

import type { ArgsDef } from 'citty';
import { aliasesOf } from '../arguments/aliases-of.ts';
import { usageError } from '../arguments/check-options.ts';
import { suggestion } from '../arguments/did-you-mean.ts';
import { globalOptions } from '../arguments/global-options.ts';
import { defineCommand, type Invocation } from './command.ts';

const shells = { bash: forBash, zsh: forZsh, fish: forFish } as const;

export const completion = defineCommand({
  summary: 'Print a completion script for bash, zsh or fish',
  args: { shell: { type: 'positional', required: true, description: 'bash, zsh or fish' } },
  examples: [
    ['busbar completion bash >> ~/.bashrc', 'For bash.'],
    ['busbar completion zsh > ~/.zsh/completions/_busbar', 'For zsh.'],
    ['busbar completion fish > ~/.config/fish/completions/busbar.fish', 'For fish.'],
  ],
  async run({ shell }, { commands }) {
    if (!Object.hasOwn(shells, shell)) {
      throw usageError(
        'unknown-shell',
        `There is no script for "${shell}".${suggestion(shell, Object.keys(shells))}`,
        'completion',
      );
    }
    const script = shells[shell as keyof typeof shells](await words(commands));
    return { ok: true, summary: `A completion script for ${shell}.`, text: script, result: { script } };
  },
});

interface Words {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly string[];
}

async function words(commands: Invocation['commands']): Promise<Words[]> {
  return Promise.all(
    Object.entries(commands).map(async ([name, { summary, load }]) => {
      const args: ArgsDef = { ...(await load()).args, ...globalOptions };
      const options = Object.entries(args).filter(([, { type }]) => type !== 'positional');
      const flags = options.flatMap(([option, definition]) => [
        `--${option}`,
        ...aliasesOf(definition).map((alias) => `-${alias}`),
      ]);
      return { name, summary, options: flags };
    }),
  );
}

function forBash(commands: readonly Words[]): string {
  const cases = commands.map(({ name, options }) => `    ${name}) words="${options.join(' ')}" ;;`);
  return `_busbar() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words="${commands.map(({ name }) => name).join(' ')}"
  if [ "$COMP_CWORD" -gt 1 ]; then case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [ "$COMP_CWORD" -gt 1 ] && [[ "$word" != -* ]]; then COMPREPLY+=($(compgen -f -- "$word")); fi
}
complete -F _busbar busbar`;
}

function forZsh(commands: readonly Words[]): string {
  const list = commands.map(({ name, summary }) => `    '${name}:${summary.replaceAll("'", '').replaceAll(':', '\\:')}'`);
  const cases = commands.map(({ name, options }) => `    ${name}) compadd -- ${options.join(' ')}; _files ;;`);
  return `#compdef busbar
_busbar() {
  local -a commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
compdef _busbar busbar`;
}

function forFish(commands: readonly Words[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c busbar -n __fish_use_subcommand -a ${name} -d '${summary.replaceAll("'", '')}'`,
    ...options
      .filter((option) => option.startsWith('--'))
      .map((option) => `complete -c busbar -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`),
  ]);
  return lines.join('\n');
}

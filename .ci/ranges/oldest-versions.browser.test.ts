import '@angular/compiler';
import { VERSION } from '@angular/core';
import { LitElement } from 'lit';
import { version as reactVersion } from 'react';
import { version as reactDomVersion } from 'react-dom';
import { createRoot } from 'solid-js';
import { getContext } from 'svelte';
import { expect, test } from 'vitest';
import { version as vueVersion } from 'vue';
import angular from './node_modules/@angular/core/package.json';
import react from './node_modules/react/package.json';
import reactDom from './node_modules/react-dom/package.json';
import solid from './node_modules/solid-js/package.json';
import svelte from './node_modules/svelte/package.json';
import vue from './node_modules/vue/package.json';

// The tests of this project would be worth nothing if they ran on the newest versions.

test('React, React DOM, Vue and Angular say that they are the oldest supported', () => {
  expect([reactVersion, reactDomVersion, vueVersion, VERSION.full]).toEqual([
    react.version,
    reactDom.version,
    vue.version,
    angular.version,
  ]);
});

/** The folder of a package that is at work, as its store names it. */
function inFolder(name: string, version: string): RegExp {
  return new RegExp(`/${name}@${version.replaceAll('.', '\\.')}[^/]*/node_modules/${name}/`);
}

test('Svelte is loaded from the folder of the oldest supported version', () => {
  expect(() => getContext('none')).toThrow(
    expect.objectContaining({ stack: expect.stringMatching(inFolder('svelte', svelte.version)) }),
  );
});

test('Solid is loaded from the folder of the oldest supported version', () => {
  const stack = createRoot(() => new Error('on the way').stack);
  expect(stack).toMatch(inFolder('solid-js', solid.version));
});

test('Lit is loaded from the folder of what came with the oldest supported version', () => {
  let stack: string | undefined;
  class Styled extends LitElement {
    static override get styles() {
      stack = new Error('on the way').stack;
      return [];
    }
  }
  expect(Styled.observedAttributes).toEqual([]);
  expect(stack).toMatch(/@lit\+reactive-element@2\.0\.0\/node_modules\/@lit\/reactive-element\//);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isMakefile, readMakefile } from '../../../../server/src/carriers/commands/makefile.ts';

describe('isMakefile', () => {
  it('knows makefiles by their rules', () => {
    assert.ok(isMakefile('.PHONY: all\n'));
    assert.ok(isMakefile('V := 1\nall: a b\n\techo\n'));
    assert.ok(isMakefile('bin/%: %.c | dir\n# why\n\n\tcc\n'));
    assert.ok(isMakefile('$(BIN)/helm:\r\n\tcurl\r\n'));
    assert.ok(isMakefile('#!/usr/bin/make -f\n'));
  });

  it('takes everything else for a shell script', () => {
    assert.ok(!isMakefile('#!/bin/sh\nall:\n\techo\n'));
    assert.ok(!isMakefile('case $1 in\na)\n\thelm ;;\nesac\n'));
    assert.ok(!isMakefile('echo "a:"\nhelm install a b\n'));
    assert.ok(!isMakefile(''));
  });
});

describe('readMakefile', () => {
  const scripts = (text: string): readonly string[] =>
    readMakefile(text).recipes.map(({ start, end }) => text.slice(start, end));

  it('gives recipe lines without tab, @, - and +, joined lines as one', () => {
    assert.deepEqual(scripts('a:\n\t@ -echo 1\n\techo 2 \\\n\t  3\r\n\n\t+c'), [
      'echo 1',
      'echo 2 \\\n\t  3',
      'c',
    ]);
  });

  it('leaves comments and variables to make', () => {
    assert.deepEqual(scripts('# \\\n\techo\nV = 1 \\\n\t2\na: ; echo\n'), []);
  });

  const value = (text: string, name: string): string | undefined =>
    readMakefile(text).lookup({ name, of: 'make' }, 0);

  it('tells variables that are set once to plain text', () => {
    assert.equal(value('V := 1.2 # why\n', 'V'), '1.2');
    assert.equal(value('export V ?= 1.2\r\n', 'V'), '1.2');
    assert.equal(value('A=$(B)-${C}\nB=1\nC::=2\n', 'A'), '1-2');
  });

  it('does not tell others', () => {
    assert.equal(value('V = 1\nV = 2\n', 'V'), undefined);
    assert.equal(value('V = 1\nV += 2\n', 'V'), undefined);
    assert.equal(value('V := $(shell date)\n', 'V'), undefined);
    assert.equal(value('V != date\n', 'V'), undefined);
    assert.equal(value('ifdef A\nV = 1\nendif\n', 'V'), undefined);
    assert.equal(value('V = 1\na: V = 2\n', 'V'), undefined);
    assert.equal(value('V = $(W)\nW = $(V)\n', 'V'), undefined);
    assert.equal(value('define V\n1\nendef\n', 'V'), undefined);
    assert.equal(value('', 'V'), undefined);
  });
});

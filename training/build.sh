#!/usr/bin/env bash
# Rebuild the Portuguese pipeline: training/build.sh CORPORA BUILD OUT
#
# CORPORA holds pt_bosque-ud-{train,dev}.conllu.gz, pt_bosque-uner-{train,dev}.iob2.gz
# and pt_porttinari-ud-{dev,test}.conllu.gz; BUILD takes what lies in between.
set -euo pipefail
corpora=$1 build=$2 out=$3
export OMP_NUM_THREADS=1
mkdir -p "$build/syntax" "$build/ner"

for split in train dev; do
  python -m training.convert "$corpora/pt_bosque-ud-$split.conllu.gz" "$build/$split.spacy" \
    --entities "$corpora/pt_bosque-uner-$split.iob2.gz"
done
for split in dev test; do
  python -m training.convert "$corpora/pt_porttinari-ud-$split.conllu.gz" \
    "$build/porttinari-$split.spacy"
done
[ -d "$build/vectors" ] || python -m training.vectors "$build/vectors"

# A teacher to harmonise Porttinari: spaCy's default configuration, on Bosque alone.
if [ ! -d "$build/teacher" ]; then
  python -m spacy init config "$build/teacher.cfg" --force --lang pt --optimize efficiency \
    --pipeline morphologizer,parser,trainable_lemmatizer,ner
  python -m spacy train "$build/teacher.cfg" --output "$build/teacher" \
    --paths.train "$build/train.spacy" --paths.dev "$build/dev.spacy" \
    --system.seed 1 --training.max_steps 2400 --training.eval_frequency 600
fi
for split in dev test; do
  python -m training.harmonise "$build/porttinari-$split.spacy" "$build/teacher/model-best" \
    "$build/syntax/porttinari-$split.spacy"
done

python -m training.verbs "$build/syntax/verbs.spacy"
cp "$build/train.spacy" "$build/syntax/bosque.spacy"
python -m spacy train training/syntax.cfg --output "$build/syntax-out" \
  --paths.train "$build/syntax" --paths.dev "$build/dev.spacy" --paths.vectors "$build/vectors"

python -m training.news "$build/ner/news.spacy"
cp "$build/train.spacy" "$build/ner/bosque.spacy"
python -m spacy train training/ner.cfg --output "$build/ner-out" \
  --paths.train "$build/ner" --paths.dev "$build/dev.spacy" --paths.vectors "$build/vectors"

python -m training.assemble "$build/syntax-out/model-best" "$build/ner-out/model-best" "$out"
python -m training.evaluate "$out" "$corpora/pt_bosque-ud-dev.conllu.gz" \
  --entities "$corpora/pt_bosque-uner-dev.iob2.gz" --json "$build/scores.json"
python -m training.assemble "$build/syntax-out/model-best" "$build/ner-out/model-best" "$out" \
  --scores "$build/scores.json"

#!/bin/sh
# From a synthetic ride to the report: weights for a small network, a ride that they have not seen, every precision, a frame pair on the RTL. The
# first argument is the tool, the second the folder for all of it, which is made anew.
set -eu
tool=$1
folder=$2
rm -rf "$folder"
mkdir -p "$folder"
number=0
step() {
    number=$((number + 1))
    printf '\n%d/6  %s\n\n' "$number" "$*"
}
vio() {
    verb=$1
    shift
    "$tool" vio "$verb" --network ulvio-s --weights "$folder/ulvio-s.safetensors" --data "$folder/world" --sequence 00 "$@"
}

step "Weights of a closed-form fit, which is no training: random convolutions, ridge regression of the last layers"
"$tool" vio fit -o "$folder/ulvio-s.safetensors"

step "A ride on a race track that the fit has not seen"
"$tool" vio world --track race --frames 201 --seed 100 --out "$folder/world" --sequence 00

step "A format for each layer, within 60 % of the cycles of p16"
vio assign --budget-cycles 60% -o "$folder/mixed.json" --plot "$folder/front.svg"

step "Trajectory errors, cycles and bytes at every precision"
vio sweep --precision f32 --precision p16 --precision p8 --precision p4 --precision fp4 --precision "$folder/mixed.json" --out "$folder/predictions"

step "A frame pair on the Verilated RTL, every byte of every layer"
vio run --precision "$folder/mixed.json" --frames 100-101 --backend golden --backend emulator --backend rtl -o "$folder/pair.csv"

step "The report"
vio report --precision f32 --precision p16 --precision p8 --precision p4 --precision fp4 --precision "$folder/mixed.json" --budget-cycles 60% \
    --note "The weights are a closed-form fit, not trained." --out "$folder/predictions" -o "$folder/report.html"

// Package small trains networks of dense layers on few examples, in plain Go.
//
// Where there are few examples, none can be spared to judge by, and a step is so
// short that a tensor library spends its time on anything but arithmetic (half a
// millisecond a step, where the step itself takes a hundredth of that). So this
// package has its own: a Study tries a few recipes by cross-validation, which
// judges by every example once and by none that was trained on, and then trains
// one network on all of them by the recipe that did best.
//
// A study is a state that is moved on pass by pass, and that can be written down
// between any two: the same examples and options always lead to the same network,
// however often the process ends in between and on however many processors.
package small

"""Lab 12: small pictures of shapes anywhere. Which shape each one shows is drawn after the chances are there."""

import io
from typing import Any

import msgspec
import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array
from headway.labs.model import Wrong

CLASSES, SIDE, SHAPE, TRAIN, TEST, DRAWS = 4, 16, 5, 800, 400, 20
PIXELS, SHARED = 9, 6
ENOUGH, TOO_GOOD, CHANCE = 0.75, 1.05, 0.15
ALONE = 12
"""Pictures that are also asked for one by one: of a picture that is sure either way one alone tells nothing."""
MOVED = 0.5
"""Share of pictures that must keep their class when the whole picture is moved by two pixels."""
TWICE = float(np.e / (np.e + CLASSES - 1)) + 1e-6
"""The most that a softmax of chances can give: 0.475. Who passes is right far more often than that."""
LEVELS = np.array([0.8, 1.0, 1.2])
"""How bright shapes are; a shape has one of them."""
Weights = dict[str, Any]


class World(msgspec.Struct, frozen=True):
    """The shapes (class, row, column), and how much noise lies over a picture."""

    shapes: Array
    noise: float


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    world = _world(dice)
    images, labels = _pictures(dice, world, TRAIN)
    new, _ = _pictures(dice, world, TEST)
    weights = _weights(ask.to_hand_on("fit", images, labels))
    moved = np.roll(new, (2, -2), axis=(1, 2))
    alone = [new[i : i + 1] for i in range(ALONE)]
    answers = ask.several(*(("chances", weights, pictures) for pictures in (new, new, moved, *alone)))
    given = _chances(answers[0], TEST)
    if np.ptp(given, axis=0).max() < 1e-9:
        raise Wrong("constant")
    if not np.allclose(_chances(answers[1], TEST), given, atol=1e-4):
        raise Wrong("still-training")
    if not np.allclose(np.concatenate([_chances(each, 1) for each in answers[3:]]), given[:ALONE], atol=1e-4):
        raise Wrong("batch-dependent")
    ask.holds("a picture's chances are the same alone and among others")
    _repeatable(ask, images, labels, new, given)
    _judged(ask, dice, world, new, given, _chances(answers[2], TEST))


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """Pictures to work on, in numpy's own format."""
    world = _world(dice)
    files = {}
    for name, size in (("train.npz", TRAIN), ("test.npz", TEST)):
        images, labels = _pictures(dice, world, size)
        out = io.BytesIO()
        np.savez(out, images=images, labels=labels)
        files[name] = out.getvalue()
    return files


def _world(dice: np.random.Generator) -> World:
    """Shapes of nine pixels each that differ from each other wherever one is laid over the other."""
    shapes: list[Array] = []
    while len(shapes) < CLASSES:
        shape = (dice.permutation(SHAPE * SHAPE) < PIXELS).astype(float).reshape(SHAPE, SHAPE)
        if all(_overlap(shape, other) <= SHARED for other in shapes):
            shapes.append(shape)
    return World(np.array(shapes), float(dice.uniform(0.42, 0.46)))


def _overlap(one: Array, other: Array) -> float:
    """Most pixels that two shapes share, one moved over the other."""
    large = np.pad(other, SHAPE - 1)
    places = range(2 * SHAPE - 1)
    return max(float((one * large[r : r + SHAPE, c : c + SHAPE]).sum()) for r in places for c in places)


def _pictures(dice: np.random.Generator, world: World, size: int) -> tuple[Array, Array]:
    """Pictures and their classes: a shape at any place inside a margin, as bright as it happens to be, under noise.

    Practice and grade get the same kind of numbers: a network that takes float32 would refuse others.
    """
    labels = dice.integers(0, CLASSES, size)
    images = dice.normal(0, world.noise, (size, SIDE, SIDE))
    corners, bright = dice.integers(2, SIDE - SHAPE - 1, (size, 2)), dice.choice(LEVELS, size)
    for image, label, (row, column), level in zip(images, labels, corners, bright, strict=True):
        image[row : row + SHAPE, column : column + SHAPE] += level * world.shapes[label]
    return images.round(2).astype("float32"), labels


def _truth(world: World, images: Array) -> Array:
    """P(class | picture): over all places and brightnesses that a shape may have."""
    places = [(r, c) for r in range(2, SIDE - SHAPE - 1) for c in range(2, SIDE - SHAPE - 1)]
    windows = np.array([images[:, r : r + SHAPE, c : c + SHAPE].reshape(len(images), -1) for r, c in places])
    flat = world.shapes.reshape(CLASSES, -1)
    match, size = windows @ flat.T, (flat**2).sum(axis=1)
    logs = (match[..., None] * LEVELS - size[:, None] * LEVELS**2 / 2) / world.noise**2
    chance = np.exp(logs - logs.max(axis=(0, 2, 3), keepdims=True)).sum(axis=(0, 3))
    return np.asarray(chance / chance.sum(axis=1, keepdims=True))


def _weights(value: Any) -> Weights:
    if not isinstance(value, dict) or not value:
        raise Wrong("wrong-shape", "fit gives a dict from names to arrays: all that chances needs.")
    return value


def _chances(value: Any, size: int) -> Array:
    found = array(value, (size, CLASSES), "What chances gives")
    if found.min() < -1e-6 or not np.allclose(found.sum(axis=1), 1, atol=1e-3):
        raise Wrong("not-chances")
    return found


def _repeatable(ask: Ask, images: Array, labels: Array, new: Array, given: Array) -> None:
    weights = _weights(ask.to_hand_on("fit", images, labels))
    if not np.allclose(_chances(ask("chances", weights, new), TEST), given, atol=0.02):
        raise Wrong("not-repeatable")
    ask.holds("the same pictures give the same model")


def _judged(ask: Ask, dice: np.random.Generator, world: World, new: Array, given: Array, shifted: Array) -> None:
    """Share of the best accuracy over classes drawn now; and what moving a picture does."""
    truth = _truth(world, new)
    guess, best = given.argmax(axis=1), truth.argmax(axis=1)
    right = top = 0.0
    for _ in range(DRAWS):
        drawn = (truth.cumsum(axis=1) < dice.random((TEST, 1))).sum(axis=1)
        right += float((guess == drawn).mean()) / DRAWS
        top += float((best == drawn).mean()) / DRAWS
    share = (right - 1 / CLASSES) / (top - 1 / CLASSES)
    ask.shares.append(share)
    if share > TOO_GOOD:
        raise Wrong("too-good")
    if share < ENOUGH and (guess == shifted.argmax(axis=1)).mean() < MOVED:
        raise Wrong("place-matters")
    if share < CHANCE:
        raise Wrong("like-chance")
    if share < ENOUGH:
        raise Wrong("weak")
    ask.holds("nearly as many pictures are told apart as is possible")
    if np.minimum(given, 1 - given).max() < 1e-9:
        raise Wrong("only-the-class")
    if given.max() <= TWICE:
        raise Wrong("squashed")

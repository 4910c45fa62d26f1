package dev.flashsale.command.admission.challenge;

import dev.flashsale.command.admission.challenge.Challenger.Drawn;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that were drawn ahead: drawing one costs a hundred times what any other check costs. Each is shown once. When the
 * pool is empty, a few requests at a time draw their own and the others are told to come back: pictures never take more than
 * their share of the machine.
 */
final class PicturePool {
    private static final int MOST_AT_ONCE = 2;
    private static final long PATIENCE_MS = 1_000;

    private final Supplier<Drawn> draw;
    private final Executor background;
    private final BlockingQueue<Drawn> drawn;
    private final AtomicBoolean filling = new AtomicBoolean();
    private final Semaphore drawing = new Semaphore(MOST_AT_ONCE);

    PicturePool(Supplier<Drawn> draw, int size, Executor background) {
        this.draw = draw;
        this.background = background;
        this.drawn = new ArrayBlockingQueue<>(size);
    }

    /** A picture that nobody has seen; null if too many want one. */
    @Nullable
    Drawn take() {
        Drawn ready = drawn.poll();
        fill();
        return ready == null ? drawNow() : ready;
    }

    /** How many are ready. */
    int ready() {
        return drawn.size();
    }

    private void fill() {
        if (drawn.remainingCapacity() > 0 && filling.compareAndSet(false, true)) {
            background.execute(this::fillUp);
        }
    }

    private void fillUp() {
        try {
            boolean room = true;
            while (room) {
                room = drawn.offer(draw.get()) && drawn.remainingCapacity() > 0;
            }
        } finally {
            filling.set(false);
        }
    }

    private @Nullable Drawn drawNow() {
        try {
            if (!drawing.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            return draw.get();
        } finally {
            drawing.release();
        }
    }
}

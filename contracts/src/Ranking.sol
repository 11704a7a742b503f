// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Entries by their count, largest first, of equal counts the earlier
/// entry first: a binary heap of keys, so that every change costs O(log n).
library Ranking {
    /// Adds an entry.
    function add(uint256[] storage heap, uint256 count, uint256 entry) internal {
        uint256 key = count << 64 | (type(uint64).max - entry);
        uint256 i = heap.length;
        heap.push(key);
        while (i > 0) {
            uint256 parent = (i - 1) / 2;
            uint256 above = heap[parent];
            if (above > key) break;
            heap[i] = above;
            i = parent;
        }
        heap[i] = key;
    }

    /// The first entry; the heap must not be empty.
    function top(uint256[] storage heap) internal view returns (uint256) {
        return type(uint64).max - (heap[0] & type(uint64).max);
    }

    /// Removes the first entry; the heap must not be empty.
    function removeTop(uint256[] storage heap) internal {
        uint256 last = heap.length - 1;
        uint256 key = heap[last];
        heap.pop();
        if (last == 0) return;
        uint256 i = 0;
        while (true) {
            uint256 child = 2 * i + 1;
            if (child >= last) break;
            if (child + 1 < last && heap[child + 1] > heap[child]) child++;
            uint256 below = heap[child];
            if (key > below) break;
            heap[i] = below;
            i = child;
        }
        heap[i] = key;
    }
}

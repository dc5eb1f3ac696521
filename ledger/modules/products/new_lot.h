// What every lot is made of, wherever it comes from.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/modules/products/rules.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

// An id that people choose, and short enough for a GS1 batch number.
Outcome CheckLotId(const std::string& id);

// The author is a producer, the id is free, and `product` is the author's and in force: it is put
// into `out`.
Outcome AuthoriseNewLot(const std::string& id, const std::string& product_name,
                        const OperationContext& context, const StateReader& reader,
                        v1::Product& out);

// `Message` is RegisterHarvest or DeriveLot: what both have in common.
template <class Message>
v1::Lot MakeLot(const Message& message, const OperationContext& context) {
  v1::Lot lot;
  lot.set_producer(context.author);
  lot.set_id(message.id());
  lot.set_product(message.product());
  *lot.mutable_mass() = message.mass();
  lot.set_mass_kg(MassOf(message.mass()).kilograms().Text());
  lot.set_custody(message.custody());
  lot.set_registered_time(context.time_ms());
  RecordSigners(context, lot);
  return lot;
}

// Writes the lot with its balance, of which nothing is gone, and its history from the block on.
void StoreNewLot(const v1::Lot& lot, const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
